import { unpackState } from '../../../psychometrics/index.ts';
import { type Content, PROFESSIONS, type Profession } from '../../content/index.ts';
import type { Db } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';
import { bankOf, PARAMETER_VERSION, suits } from '../bank/bank.ts';
import { seenQuestions } from '../bank/seen.store.ts';
import type { Knowledge } from './profile.ts';

/** All that the answers of a person tell; null before the first answer. Only ever the viewer's own. */
export async function findKnowledge(
  db: Db,
  viewer: Viewer,
  content: Content,
  now: Date,
): Promise<Knowledge | null> {
  const ability = await db
    .selectFrom('person_ability')
    .selectAll()
    .where('person_id', '=', viewer.personId)
    .where('answers', '>', 0)
    .executeTakeFirst();
  if (!ability) return null;
  const counts = await db
    .selectFrom('answer')
    .innerJoin('served_question', (join) =>
      join
        .onRef('served_question.evaluation_id', '=', 'answer.evaluation_id')
        .onRef('served_question.position', '=', 'answer.position'),
    )
    .innerJoin('question_version', (join) =>
      join
        .onRef('question_version.question_id', '=', 'served_question.question_id')
        .onRef('question_version.version', '=', 'served_question.question_version'),
    )
    .innerJoin('evaluation', 'evaluation.id', 'answer.evaluation_id')
    .where('evaluation.person_id', '=', viewer.personId)
    .select('question_version.competence')
    .select((count) => count.fn.countAll<number>().as('answers'))
    .groupBy('question_version.competence')
    .execute();
  const series = await db
    .selectFrom('evaluation')
    .selectAll()
    .where('person_id', '=', viewer.personId)
    .where('status', '<>', 'open')
    .orderBy('number')
    .execute();
  const profession = PROFESSIONS.find((known) => known === viewer.profession) ?? 'autre';
  let answersBefore = 0;
  return {
    state: unpackState(ability.state),
    asOf: ability.as_of,
    answers: ability.answers,
    answersByCompetence: new Map(counts.map(({ competence, answers }) => [competence, answers])),
    profession,
    parameterVersion: series.at(-1)?.parameter_version ?? PARAMETER_VERSION,
    unseenByCompetence: countUnseen(
      content,
      profession,
      new Set(await seenQuestions(db, viewer.personId, now)),
    ),
    series: series.map((row) => {
      const answers = (row.answers_after ?? answersBefore) - answersBefore;
      answersBefore = row.answers_after ?? answersBefore;
      return {
        id: row.id,
        kind: row.kind,
        competence: row.competence,
        occasion: row.occasion,
        answers,
        before: unpackState(row.state_before),
        after: unpackState(row.state_after!),
        startedAt: row.started_at,
        endedAt: row.ended_at!,
      };
    }),
  };
}

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
