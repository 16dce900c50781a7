import { sql } from 'kysely';
import { unpackState } from '../../../psychometrics/index.ts';
import { type Content, PROFESSIONS, type Profession } from '../../content/index.ts';
import { type Db, statement } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';
import { bankOf, PARAMETER_VERSION, suits } from '../bank/bank.ts';
import { UNSEEN_MONTHS } from '../bank/next-question.ts';
import { seenQuestionsOf } from '../bank/seen.store.ts';
import type { Knowledge } from './profile.ts';

/** All that the answers of a person tell; null before the first answer. Only ever the viewer's own. */
export async function findKnowledge(
  db: Db,
  viewer: Viewer,
  content: Content,
  now: Date,
): Promise<Knowledge | null> {
  const [known] = await readKnown(db, { person: viewer.personId, now, unseen: UNSEEN_MONTHS });
  if (!known) return null;
  const profession = PROFESSIONS.find((name) => name === viewer.profession) ?? 'autre';
  let answersBefore = 0;
  return {
    state: unpackState(known.state),
    asOf: known.as_of,
    answers: known.answers,
    answersByCompetence: new Map(Object.entries(known.by_competence ?? {})),
    profession,
    parameterVersion: known.series?.at(-1)?.parameter_version ?? PARAMETER_VERSION,
    unseenByCompetence: countUnseen(content, profession, new Set(known.seen)),
    series: (known.series ?? []).map((row) => {
      const answers = (row.answers_after ?? answersBefore) - answersBefore;
      answersBefore = row.answers_after ?? answersBefore;
      return {
        id: row.id,
        kind: row.kind,
        competence: row.competence,
        occasion: row.occasion,
        answers,
        before: unpackState(Buffer.from(row.before, 'hex')),
        after: unpackState(Buffer.from(row.after, 'hex')),
        startedAt: new Date(row.started_at),
        endedAt: new Date(row.ended_at),
      };
    }),
  };
}

type Known = {
  state: Uint8Array;
  as_of: Date;
  answers: number;
  by_competence: Record<string, number> | null;
  seen: string[];
  /** Series that are over, oldest first; states in hexadecimal, dates as texts. */
  series:
    | {
        id: string;
        kind: 'stage' | 'depth';
        competence: string | null;
        occasion: number;
        parameter_version: string;
        answers_after: number | null;
        before: string;
        after: string;
        started_at: string;
        ended_at: string;
      }[]
    | null;
};

const readKnown = statement<{ person: string; now: Date; unseen: number }, Known>(
  (value) => sql`
    select a.state, a.as_of, a.answers,
      (select json_object_agg(competence, answers) from (
        select v.competence, count(*) as answers
        from evaluation e join answer w on w.evaluation_id = e.id
          join served_question s on (s.evaluation_id, s.position) = (w.evaluation_id, w.position)
          join question_version v on (v.question_id, v.version) = (s.question_id, s.question_version)
        where e.person_id = a.person_id group by v.competence) as counted) as by_competence,
      (${seenQuestionsOf(sql`a.person_id`, value('now'), value('unseen'))}) as seen,
      (select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'competence', e.competence,
          'occasion', e.occasion, 'parameter_version', e.parameter_version, 'answers_after', e.answers_after,
          'before', encode(e.state_before, 'hex'), 'after', encode(e.state_after, 'hex'),
          'started_at', e.started_at, 'ended_at', e.ended_at) order by e.number)
        from evaluation e where e.person_id = a.person_id and e.status <> 'open') as series
    from person_ability a where a.person_id = ${value('person')} and a.answers > 0`,
);

function countUnseen(
  content: Content,
  profession: Profession,
  seen: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const unseen = new Map<string, number>();
  for (const question of bankOf(content).questions.values()) {
    if (seen.has(question.id) || !suits(question, profession)) continue;
    unseen.set(question.competence, (unseen.get(question.competence) ?? 0) + 1);
  }
  return unseen;
}
