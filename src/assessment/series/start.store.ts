import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { DEPTH_LENGTH, packState, STAGE_LENGTH, unpackState } from '../../../psychometrics/index.ts';
import { type Content, isWithdrawn, type Profession } from '../../content/index.ts';
import { type Db, statement } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';
import { bankOf, beliefAtStart, PARAMETER_VERSION } from '../bank/bank.ts';
import {
  type Aim,
  isNewOccasion,
  monthsBetween,
  nextQuestion,
  STAGES,
  UNSEEN_MONTHS,
} from '../bank/next-question.ts';
import { seenQuestionsOf } from '../bank/seen.store.ts';

/** The series to go on with, at its first question or where it was left; or why none can start. */
export type StartOutcome = { started: string; position: number | null } | { refused: StartRefusal };
export type StartRefusal = 'bank-exhausted' | 'stages-complete' | 'explored-this-year' | 'stage-first';

/** Two requests at once: the one that comes second starts again, and finds the series of the first. */
const ATTEMPTS = 5;

/**
 * Starts a series and serves its first question; where one is already open, gives that one back.
 * `seed` fixes every later choice.
 */
export async function startEvaluation(
  db: Db,
  viewer: Viewer,
  content: Content,
  { competence, seed, now }: { competence: string | null; seed: number; now: Date },
): Promise<StartOutcome> {
  const bank = bankOf(content);
  const profession = (viewer.profession ?? 'autre') as Profession;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const [known] = await readKnown(db, { person: viewer.personId, now, unseen: UNSEEN_MONTHS });
    const { past, learnt, seen } = known!;
    const open = past.find(({ status }) => status === 'open');
    if (open) return { started: open.id, position: null };

    const asOf = known!.as_of;
    const last = past.at(-1);
    const occasion =
      last && asOf ? last.occasion + (isNewOccasion(asOf, now) ? 1 : 0) : (last?.occasion ?? 1);
    const stages = past.filter(
      ({ kind, answered, ...evaluation }) => evaluation.occasion === occasion && kind === 'stage' && answered,
    ).length;
    if (competence === null && stages >= STAGES) return { refused: 'stages-complete' };
    if (competence !== null && !past.some(({ answered }) => answered)) return { refused: 'stage-first' };
    const explored = past.some(
      (evaluation) =>
        evaluation.competence === competence &&
        monthsBetween(new Date(evaluation.started_at), now) < UNSEEN_MONTHS,
    );
    if (competence !== null && explored) return { refused: 'explored-this-year' };

    const months = asOf ? monthsBetween(asOf, now) : 0;
    const before = known!.state ? unpackState(known!.state) : bank.prior;
    const state = beliefAtStart(before, bank, { months, learnt });
    const aim: Aim =
      competence === null ? { kind: 'stage', stage: stages + 1 } : { kind: 'depth', competence };
    const length = competence === null ? STAGE_LENGTH : DEPTH_LENGTH;
    const withdrawn = content.questions.filter((question) => isWithdrawn(question, now));
    const excluded = [...seen, ...withdrawn.map((question) => question.id)];
    const first = nextQuestion({
      bank,
      professions: content.professions,
      series: { aim, profession, length, seed },
      state,
      history: [],
      seen: excluded,
    });
    if (!first) return { refused: 'bank-exhausted' };

    const id = randomUUID();
    const written = await writeStart(db, {
      id,
      person: viewer.personId,
      actor: viewer.auditActor,
      number: (last?.number ?? 0) + 1,
      occasion,
      kind: aim.kind,
      competence,
      length,
      seed,
      profession,
      months,
      parameterVersion: PARAMETER_VERSION,
      stage: stages + 1,
      excluded,
      learnt,
      state: packState(state),
      question: first.id,
      version: bank.questions.get(first.id)!.version,
      parameters: JSON.stringify(first.parameters),
      now,
    });
    if (written.length > 0) return { started: id, position: 1 };
  }
  throw new Error('other requests of the same person kept coming first');
}

/** A series of the person; a date in it is a text. */
type PastSeries = {
  id: string;
  number: number;
  occasion: number;
  kind: 'stage' | 'depth';
  competence: string | null;
  status: 'open' | 'finished' | 'stopped';
  started_at: string;
  answered: boolean;
};
type Known = {
  past: PastSeries[];
  state: Uint8Array | null;
  as_of: Date | null;
  /** Competences of the modules finished since the last series began: what was known of them may have changed, once. */
  learnt: string[];
  seen: string[];
};

/** All that a new series depends on, as one moment. */
const readKnown = statement<{ person: string; now: Date; unseen: number }, Known>(
  (value) => sql`
    select a.state, a.as_of,
      (select coalesce(json_agg(json_build_object('id', e.id, 'number', e.number, 'occasion', e.occasion,
          'kind', e.kind, 'competence', e.competence, 'status', e.status, 'started_at', e.started_at,
          'answered', exists (select from answer where evaluation_id = e.id)) order by e.number), '[]')
        from evaluation e where e.person_id = known.person) as past,
      (select coalesce(array_agg(m.competence order by m.module_id), '{}')
        from module_progress m where m.person_id = known.person and m.finished_at >
          (select started_at from evaluation where person_id = known.person order by number desc limit 1)) as learnt,
      (${seenQuestionsOf(sql`known.person`, value('now'), value('unseen'))}) as seen
    from (select ${value('person')}::uuid as person) as known left join person_ability a on a.person_id = known.person`,
);

/**
 * The series, its first question, the state it starts from and the audit line, in one statement. It writes nothing when
 * another series came between reading and writing: that one has the number of this one, or is open.
 */
const writeStart = statement<
  {
    id: string;
    person: string;
    actor: string;
    number: number;
    occasion: number;
    kind: string;
    competence: string | null;
    length: number;
    seed: number;
    profession: string;
    months: number;
    parameterVersion: string;
    stage: number;
    excluded: string[];
    learnt: string[];
    state: Uint8Array;
    question: string;
    version: number;
    parameters: string;
    now: Date;
  },
  Record<string, never>
>(
  (value) => sql`
    with started as (
      insert into evaluation (id, person_id, number, occasion, kind, competence, length, seed, profession, drift_months,
        parameter_version, stage, excluded, learnt, state_before, started_at)
      values (${value('id')}, ${value('person')}, ${value('number')}, ${value('occasion')}, ${value('kind')},
        ${value('competence')}, ${value('length')}, ${value('seed')}, ${value('profession')}, ${value('months')},
        ${value('parameterVersion')}, ${value('stage')}, ${value('excluded')}, ${value('learnt')},
        ${value('state')}, ${value('now')})
      on conflict do nothing
      returning id, person_id, state_before, started_at
    ), known as (
      insert into person_ability (person_id, state, answers, as_of)
      select person_id, state_before, 0, started_at from started
      on conflict (person_id) do update set state = excluded.state, as_of = excluded.as_of
    ), served as (
      insert into served_question (evaluation_id, position, question_id, question_version, parameters, served_at)
      select id, 1, ${value('question')}::text, ${value('version')}::int, ${value('parameters')}::jsonb, started_at
      from started
    ), audited as (
      insert into audit_event (at, actor, action, subject)
      select started_at, ${value('actor')}::uuid, 'evaluation-started', 'evaluation ' || id from started
    )
    select from started`,
);
