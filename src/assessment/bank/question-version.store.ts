import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Case, Content, Question } from '../../content/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';

/** A question as it was asked, with its case. */
export type AskedQuestion = { question: Question; case: Case | null };

/**
 * Records the questions of the content, and gives the content back with the questions as they will be asked.
 * A version that has already been asked keeps its first text: editing it needs a new version, and `warn` says so. When it
 * is to be reviewed, and whether it was, are no part of what was asked.
 * Questions no longer in the content are retired: never chosen again, still shown to those who were asked.
 */
export async function recordQuestions(
  db: Db,
  content: Content,
  now: Date,
  warn: (line: string) => void,
): Promise<Content> {
  const offered = content.questions.map((question) => ({
    question_id: question.id,
    version: question.version,
    competence: question.competence,
    body: question,
    case_body: question.case === undefined ? null : content.cases.get(question.case),
    created_at: now,
  }));
  const kept = await inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('question_version'))`.execute(trx);
    await sql`
      insert into question_version (question_id, version, competence, body, case_body, created_at)
      select * from jsonb_to_recordset(${JSON.stringify(offered)}::jsonb)
        as offered(question_id text, version int, competence text, body jsonb, case_body jsonb, created_at timestamptz)
      on conflict (question_id, version) do update
        set body = excluded.body, case_body = excluded.case_body, competence = excluded.competence
        where (question_version.body, question_version.case_body)
            is distinct from (excluded.body, excluded.case_body)
          and not exists (select from served_question s where s.question_id = excluded.question_id
            and s.question_version = excluded.version)`.execute(trx);
    const current = JSON.stringify(offered.map(({ question_id, version }) => ({ question_id, version })));
    await sql`
      update question_version v set retired_at = case when c.version is null then ${now}::timestamptz end
      from question_version q left join jsonb_to_recordset(${current}::jsonb) as c(question_id text, version int)
        on (c.question_id, c.version) = (q.question_id, q.version)
      where (v.question_id, v.version) = (q.question_id, q.version)
        and (v.retired_at is null) <> (c.version is not null)`.execute(trx);
    return trx
      .selectFrom('question_version')
      .select(['question_id', 'version', 'body'])
      .where('retired_at', 'is', null)
      .execute();
  });
  const bodies = new Map(kept.map((row) => [`${row.question_id}@${row.version}`, row.body as Question]));
  const questions = content.questions.map((question) => {
    const { reviewBy, status } = question;
    return { ...(bodies.get(`${question.id}@${question.version}`) ?? question), reviewBy, status };
  });
  const edited = questions.filter(
    (question, index) => !isDeepStrictEqual(question, content.questions[index]),
  );
  if (edited.length > 0) {
    const names = edited.map(({ id }) => id).join(', ');
    warn(`Questions modifiées sans changer de version, l’ancien texte est gardé : ${names}.`);
  }
  return { ...content, questions };
}

/** Versions never change once asked, so those read are kept. */
const asked = new WeakMap<Db, Map<string, AskedQuestion>>();

/** The versions of questions asked for, by `id@version`; kept for the life of the pool `memory` stands for. */
export async function findAskedQuestions(
  db: Db,
  versions: readonly { question_id: string; question_version: number }[],
  memory: Db = db,
): Promise<ReadonlyMap<string, AskedQuestion>> {
  const known = asked.get(memory) ?? new Map<string, AskedQuestion>();
  asked.set(memory, known);
  const missing = versions.filter((version) => !known.has(keyOf(version)));
  if (missing.length > 0) {
    const rows = await db
      .selectFrom('question_version')
      .select(['question_id', 'version as question_version', 'body', 'case_body'])
      .where((where) =>
        where.or(
          missing.map(({ question_id, question_version }) =>
            where.and([where('question_id', '=', question_id), where('version', '=', question_version)]),
          ),
        ),
      )
      .execute();
    for (const row of rows) {
      known.set(keyOf(row), { question: row.body as Question, case: row.case_body as Case | null });
    }
  }
  return known;
}

export function keyOf({
  question_id,
  question_version,
}: {
  question_id: string;
  question_version: number;
}): string {
  return `${question_id}@${question_version}`;
}
