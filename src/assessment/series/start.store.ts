import { randomUUID } from 'node:crypto';
import { type AbilityState, DEPTH_LENGTH, STAGE_LENGTH } from '../../../psychometrics/index.ts';
import type { Content, Profession } from '../../content/index.ts';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { type Bank, bankOf, beliefAtStart, PARAMETER_VERSION } from '../bank/bank.ts';
import {
  type Aim,
  isNewOccasion,
  monthsBetween,
  nextQuestion,
  STAGES,
  UNSEEN_MONTHS,
} from '../bank/next-question.ts';
import { modulesFinishedSince, seenQuestions } from '../bank/seen.store.ts';

export type StartRefusal = 'bank-exhausted' | 'stages-complete' | 'explored-this-year' | 'stage-first';

/**
 * Starts a series and serves its first question; where one is already open, gives that one back.
 * `seed` fixes every later choice.
 */
export async function startEvaluation(
  db: Db,
  viewer: Viewer,
  content: Content,
  { competence, seed, now }: { competence: string | null; seed: number; now: Date },
): Promise<{ started: string } | { refused: StartRefusal }> {
  const bank = bankOf(content);
  const profession = (viewer.profession ?? 'autre') as Profession;
  return inTransaction(db, async (trx) => {
    // One person starts one series at a time: a double click waits here, then finds the open one.
    await trx.selectFrom('person').select('id').where('id', '=', viewer.personId).forUpdate().execute();
    const past = await trx
      .selectFrom('evaluation')
      .select(['id', 'number', 'occasion', 'kind', 'competence', 'status', 'started_at', 'ended_at'])
      .select((from) =>
        from
          .exists(
            from.selectFrom('answer').select('position').whereRef('evaluation_id', '=', 'evaluation.id'),
          )
          .as('answered'),
      )
      .where('person_id', '=', viewer.personId)
      .orderBy('number')
      .execute();
    const open = past.find((evaluation) => evaluation.status === 'open');
    if (open) return { started: open.id };

    const ability = await trx
      .selectFrom('person_ability')
      .selectAll()
      .where('person_id', '=', viewer.personId)
      .executeTakeFirst();
    const last = past.at(-1);
    const occasion =
      last && ability ? last.occasion + (isNewOccasion(ability.as_of, now) ? 1 : 0) : (last?.occasion ?? 1);
    const stages = past.filter(
      ({ kind, answered, ...evaluation }) => evaluation.occasion === occasion && kind === 'stage' && answered,
    ).length;
    if (competence === null && stages >= STAGES) return { refused: 'stages-complete' };
    if (competence !== null && !past.some(({ answered }) => answered)) return { refused: 'stage-first' };
    const explored = past.some(
      (evaluation) =>
        evaluation.competence === competence && monthsBetween(evaluation.started_at, now) < UNSEEN_MONTHS,
    );
    if (competence !== null && explored) return { refused: 'explored-this-year' };

    const months = ability ? monthsBetween(ability.as_of, now) : 0;
    const learnt = last ? await modulesFinishedSince(trx, viewer.personId, last.started_at) : [];
    const state = beliefAtStart(ability ?? bank.prior, bank, { months, learnt });
    const aim: Aim =
      competence === null ? { kind: 'stage', stage: stages + 1 } : { kind: 'depth', competence };
    const length = competence === null ? STAGE_LENGTH : DEPTH_LENGTH;
    const seen = await seenQuestions(trx, viewer.personId, now);
    const first = nextQuestion({
      bank,
      professions: content.professions,
      series: { aim, profession, length, seed },
      state,
      history: [],
      seen,
    });
    if (!first) return { refused: 'bank-exhausted' };

    const id = randomUUID();
    await trx
      .insertInto('evaluation')
      .values({
        id,
        person_id: viewer.personId,
        number: (last?.number ?? 0) + 1,
        occasion,
        kind: aim.kind,
        competence,
        length,
        seed,
        profession,
        drift_months: months,
        parameter_version: PARAMETER_VERSION,
        stage: stages + 1,
        excluded: seen,
        learnt,
        mean_before: state.mean,
        covariance_before: state.covariance,
        started_at: now,
      })
      .execute();
    await saveAbility(trx, viewer.personId, state, ability?.answers ?? 0, now);
    await serve(trx, id, 1, first.id, bank, now);
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'evaluation-started',
      subject: `evaluation ${id}`,
    });
    return { started: id };
  });
}

async function serve(
  trx: Trx,
  evaluationId: string,
  position: number,
  questionId: string,
  bank: Bank,
  now: Date,
) {
  const item = bank.items.find(({ id }) => id === questionId)!;
  await trx
    .insertInto('served_question')
    .values({
      evaluation_id: evaluationId,
      position,
      question_id: questionId,
      question_version: bank.questions.get(questionId)!.version,
      parameters: JSON.stringify(item.parameters),
      served_at: now,
    })
    .execute();
}

async function saveAbility(trx: Trx, personId: string, state: AbilityState, answers: number, now: Date) {
  await trx
    .insertInto('person_ability')
    .values({ person_id: personId, ...state, answers, as_of: now })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ ...state, as_of: now }))
    .execute();
}
