import { type Insertable, sql } from 'kysely';
import { type Content, maximumCredit } from '../../content/index.ts';
import { type Database, type Db, inTransaction } from '../../database/index.ts';
import type { Job } from '../../jobs/index.ts';
import { audit } from '../../privacy/index.ts';
import { bankOf, dimensionOf, parametersOf } from '../bank/bank.ts';
import { FEWEST, type Figures, figuresOf, type Line, type Sample, wholeBatches } from './statistics.ts';

/** The latest answers are enough to know a question: whole batches of them. */
const MOST_SAMPLES = 150 * FEWEST;
const BYTES_OF_A_MEAN = 8;

export const statisticsJobs: readonly Job[] = [
  {
    name: 'question-statistics',
    schedule: '20 4 * * *',
    retries: 2,
    retrySeconds: 1_800,
    run: async ({ db, content, now }, signal) => computeStatistics(db, content, now(), signal),
  },
];

/** Counts what answers say of each question of the content, one after the other: nobody waits for it. */
export async function computeStatistics(
  db: Db,
  content: Content,
  now: Date,
  signal?: AbortSignal,
): Promise<void> {
  const bank = bankOf(content);
  const { series } = await db
    .selectFrom('evaluation')
    .select(({ fn }) => fn.countAll<number>().as('series'))
    .executeTakeFirstOrThrow();
  const rows: Insertable<Database['question_statistic']>[] = [];
  for (const question of content.questions) {
    if (signal?.aborted) return;
    const at = { id: question.id, version: question.version };
    const samples = await findSamples(db, at, dimensionOf(bank, question.competence));
    rows.push({
      question_id: question.id,
      version: question.version,
      computed_at: now,
      ...(await count(db, at)),
      series: wholeBatches(series),
      figures: JSON.stringify(figuresOf(samples, maximumCredit(question), parametersOf(question))),
    });
  }
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('question_statistic').execute();
    if (rows.length > 0) await trx.insertInto('question_statistic').values(rows).execute();
    await audit(trx, {
      at: now,
      actor: null,
      action: 'question-statistics-computed',
      subject: `${rows.length} questions`,
    });
  });
}

type At = { id: string; version: number };

async function count(db: Db, { id, version }: At): Promise<{ asked: number; answered: number }> {
  const { asked, answered } = await db
    .selectFrom('served_question as s')
    .leftJoin('answer as a', (join) =>
      join.onRef('a.evaluation_id', '=', 's.evaluation_id').onRef('a.position', '=', 's.position'),
    )
    .select(({ fn }) => [fn.countAll<number>().as('asked'), fn.count<number>('a.position').as('answered')])
    .where('s.question_id', '=', id)
    .where('s.question_version', '=', version)
    .executeTakeFirstOrThrow();
  return { asked: wholeBatches(asked), answered: wholeBatches(answered) };
}

/**
 * The answers of series that are over, in whole batches by the order in which those ended: whoever asks for the figures twice,
 * before and after somebody’s series, finds the same, or those of a batch more. The last ones wait for their batch to be full.
 */
async function findSamples(db: Db, { id, version }: At, dimension: number): Promise<Sample[]> {
  const { rows } = await sql<Omit<Sample, 'ability'> & { mean: Buffer | null }>`
    select a.credit, case when not a.reread then extract(epoch from a.answered_at - s.served_at)::float8 end as seconds,
      a.response ->> 'kind' = 'unknown' as unknown,
      (select avg(o.credit::float8 / greatest(1, coalesce(jsonb_array_length(t.parameters -> 'steps'),
          jsonb_array_length(t.parameters -> 'thresholds'), 1)))
        from served_question t join answer o using (evaluation_id, position)
        where t.evaluation_id = s.evaluation_id and t.position <> s.position) as rest,
      substring(e.state_after from ${dimension * BYTES_OF_A_MEAN + 1} for ${BYTES_OF_A_MEAN}) as mean
    from served_question s join answer a using (evaluation_id, position) join evaluation e on e.id = s.evaluation_id
    where s.question_id = ${id} and s.question_version = ${version} and e.ended_at is not null
    order by e.ended_at desc, e.id limit ${MOST_SAMPLES} offset (select count(*) % ${FEWEST}
      from served_question o join answer using (evaluation_id, position) join evaluation f on f.id = o.evaluation_id
      where o.question_id = ${id} and o.question_version = ${version} and f.ended_at is not null)`.execute(
    db,
  );
  return rows.map(({ mean, ...row }) => ({ ...row, ability: mean === null ? null : mean.readDoubleBE(0) }));
}

/** The figures of every question of the content, and when they were counted; null before the first night. */
export async function findStatistics(
  db: Db,
  content: Content,
): Promise<{ lines: Line[]; computedAt: Date | null }> {
  const rows = await db.selectFrom('question_statistic').selectAll().execute();
  const known = new Map(rows.map((row) => [row.question_id, row]));
  const lines = content.questions.flatMap((question) => {
    const row = known.get(question.id);
    if (!row || row.version !== question.version) return [];
    const { asked, answered, series } = row;
    return [
      {
        id: question.id,
        version: question.version,
        competence: question.competence,
        level: question.level,
        asked,
        answered,
        exposure: series === 0 ? null : asked / series,
        figures: row.figures as Figures,
      },
    ];
  });
  const computedAt = rows.reduce<Date | null>(
    (latest, { computed_at }) => (latest === null || computed_at > latest ? computed_at : latest),
    null,
  );
  return { lines, computedAt };
}
