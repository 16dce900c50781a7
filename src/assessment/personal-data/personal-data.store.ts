import { sql } from 'kysely';
import { type AbilityState, unpackState } from '../../../psychometrics/index.ts';
import type { Response } from '../../content/index.ts';
import type { Trx } from '../../database/index.ts';
import { counted, type PersonalDataPart } from '../../privacy/index.ts';
import { longDate } from '../../web/index.ts';
import {
  ANSWER_COLUMNS,
  abilityDocument,
  answerRows,
  type Evaluation,
  evaluationDocument,
  type ServedQuestion,
} from './told.ts';

const ERASED_REPORT = '[texte effacé avec le compte de son auteur ou autrice]';

/** Questions asked, answers, what they say of somebody, and the reports they made of a question. */
export const personalData: PersonalDataPart = {
  holds: ['evaluation.person_id', 'person_ability.person_id', 'question_report.person_id'],
  retention: [
    {
      what: 'Questions posées, réponses, niveaux estimés',
      until: 'effacement du compte par la personne',
      job: null,
    },
    {
      what: 'Texte d’un signalement de question',
      until: 'effacement du compte ; il reste qu’un signalement a été fait, sans texte ni auteur',
      job: null,
    },
  ],
  async count(db, { personId }) {
    const { rows } = await sql<Held>`
      select (select count(*) from evaluation where person_id = ${personId}) as evaluations,
        (select count(*) from question_report where person_id = ${personId}) as reports,
        count(a.*) as answers, min(a.answered_at) as first, max(a.answered_at) as last
      from answer a join evaluation e on e.id = a.evaluation_id where e.person_id = ${personId}`.execute(db);
    return heldLines(rows[0]!);
  },
  async download(trx, { personId }, content) {
    const ability = await readAbility(trx, personId);
    const evaluations = await readEvaluations(trx, personId);
    return {
      niveaux_actuels: ability && abilityDocument(ability, content),
      évaluations: evaluations.map((evaluation) => evaluationDocument(evaluation, content)),
      signalements: await trx
        .selectFrom('question_report')
        .select(['question_id as question', 'question_version as version', 'message', 'created_at as le'])
        .where('person_id', '=', personId)
        .orderBy('created_at')
        .execute(),
    };
  },
  async spreadsheet(trx, { personId }) {
    return [ANSWER_COLUMNS, ...answerRows(await readEvaluations(trx, personId))];
  },
  /** The question stays reported, without the text nor its author. */
  async erase(trx, { id }) {
    await trx
      .updateTable('question_report')
      .set({ person_id: null })
      .set(sql`message`, ERASED_REPORT)
      .where('person_id', '=', id)
      .execute();
  },
};

type Held = { evaluations: number; reports: number; answers: number; first: Date | null; last: Date | null };

function heldLines({ evaluations, reports, answers, first, last }: Held): string[] {
  const dates = first && last ? ` (la première le ${longDate(first)}, la dernière le ${longDate(last)})` : '';
  return [
    ...(answers === 0
      ? ['aucune réponse pour l’instant']
      : [
          `${counted(answers, 'réponse', 'réponses')}${dates}, dans ${counted(evaluations, 'évaluation', 'évaluations')}, avec les questions telles qu’elles ont été posées`,
          'ce que nous en déduisons : un niveau pour chacune des 16 compétences, avec sa marge',
        ]),
    ...(reports === 0 ? [] : [counted(reports, 'signalement de question', 'signalements de questions')]),
  ];
}

async function readAbility(
  trx: Trx,
  personId: string,
): Promise<(AbilityState & { answers: number; asOf: Date }) | null> {
  const row = await trx
    .selectFrom('person_ability')
    .select(['state', 'answers', 'as_of as asOf'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ? { ...unpackState(row.state), answers: row.answers, asOf: row.asOf } : null;
}

async function readEvaluations(trx: Trx, personId: string): Promise<Evaluation[]> {
  const evaluations = await trx
    .selectFrom('evaluation')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('number')
    .execute();
  const served = await trx
    .selectFrom('served_question as s')
    .innerJoin('evaluation as e', 'e.id', 's.evaluation_id')
    .innerJoin('question_version as v', (join) =>
      join.onRef('v.question_id', '=', 's.question_id').onRef('v.version', '=', 's.question_version'),
    )
    .leftJoin('answer as a', (join) =>
      join.onRef('a.evaluation_id', '=', 's.evaluation_id').onRef('a.position', '=', 's.position'),
    )
    .where('e.person_id', '=', personId)
    .select([
      's.evaluation_id',
      's.position',
      's.question_id',
      's.question_version',
      's.parameters',
      's.served_at',
      'v.competence',
      'v.body',
      'v.case_body',
      'a.response',
      'a.credit',
      'a.answered_at',
      'a.reread',
    ])
    .orderBy('s.position')
    .execute();
  return evaluations.map((row) => ({
    id: row.id,
    number: row.number,
    occasion: row.occasion,
    kind: row.kind,
    competence: row.competence,
    profession: row.profession,
    status: row.status,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    excluded: row.excluded,
    learnt: row.learnt,
    parameterVersion: row.parameter_version,
    before: unpackState(row.state_before),
    after: row.state_after && unpackState(row.state_after),
    questions: served
      .filter(({ evaluation_id }) => evaluation_id === row.id)
      .map(
        (question): ServedQuestion => ({
          position: question.position,
          questionId: row.status === 'open' ? null : question.question_id,
          version: question.question_version,
          competence: question.competence,
          body: question.body,
          caseBody: question.case_body,
          parameters: row.status === 'open' ? null : question.parameters,
          servedAt: question.served_at,
          answer:
            question.response === null || question.credit === null || question.answered_at === null
              ? null
              : {
                  response: question.response as Response,
                  credit: row.status === 'open' ? null : question.credit,
                  at: question.answered_at,
                  reread: question.reread === true,
                },
        }),
      ),
  }));
}
