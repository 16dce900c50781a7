import { randomUUID } from 'node:crypto';
import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import pg from 'pg';

/** As many as the application opens. */
const CONNECTIONS = 10;
const QUESTIONS_A_STAGE = 8;
const STAGES = 3;
/** A mean and a triangle of covariances, as large as those the application moves. */
const STATE = Buffer.alloc((16 + (16 * 17) / 2) * 8);

process.once('disconnect', () => process.exit());
process.once('message', async ({ databaseUrl }: { databaseUrl: string }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS });
  await pool.query(`
    drop schema if exists bare cascade;
    create schema bare;
    create table bare.person (session text primary key, id uuid not null, state bytea not null);
    create table bare.series (id uuid primary key, person uuid not null);
    create index on bare.series (person);
    create table bare.served (series uuid references bare.series, position int, question text not null, primary key (series, position));
    create table bare.answer (series uuid, position int, content jsonb not null, at timestamptz not null default now(),
      primary key (series, position), foreign key (series, position) references bare.served);
    create table bare.audit (id bigint generated always as identity primary key, at timestamptz not null default now(),
      actor uuid not null, action text not null);`);
  const server = serve({ fetch: bareSite(pool).fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
    process.send!({ port }),
  );
  server.on('error', () => process.exit(1));
});

/** Three stages of eight answers: the addresses are those of the application, so that the same people can come. */
function bareSite(pool: pg.Pool): Hono {
  const site = new Hono();
  site.post('/evaluations', async (http) => {
    const session = sessionOf(http);
    await asked(pool, 'insert into bare.person values ($1, $2, $3) on conflict do nothing', [
      session,
      randomUUID(),
      STATE,
    ]);
    const [person] = await asked(pool, 'select id from bare.person where session = $1', [session]);
    const begun = await asked(pool, 'select id from bare.series where person = $1', [person!.id]);
    if (begun.length === STAGES) return http.text('', 409);
    const id = randomUUID();
    await asked(pool, 'insert into bare.series values ($1, $2)', [id, person!.id]);
    await asked(pool, 'insert into bare.served values ($1, $2, $3)', [id, 1, 'first']);
    return http.redirect(`/evaluations/${id}/questions/1`, 303);
  });
  site.post('/evaluations/:id/reponses', (http) => takeAnswer(http, pool));
  return site;
}

/** Three selects, three inserts and one update: nothing is computed, checked or drawn. */
async function takeAnswer(http: Context, pool: pg.Pool): Promise<Response> {
  const form = await http.req.parseBody();
  const position = Number(form.position);
  const id = http.req.param('id');
  const [person] = await asked(pool, 'select id, state from bare.person where session = $1', [
    sessionOf(http),
  ]);
  const [series] = await asked(pool, 'select id from bare.series where id = $1 and person = $2', [
    id,
    person?.id,
  ]);
  const [served] = await asked(pool, 'select question from bare.served where series = $1 and position = $2', [
    series?.id,
    position,
  ]);
  if (!served) return http.text('', 404);
  const last = position === QUESTIONS_A_STAGE;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await asked(client, 'insert into bare.answer values ($1, $2, $3)', [id, position, JSON.stringify(form)]);
    await asked(client, 'insert into bare.served values ($1, $2, $3)', [id, position + 1, 'next']);
    await asked(client, 'insert into bare.audit (actor, action) values ($1, $2)', [person!.id, 'answered']);
    await asked(client, 'update bare.person set state = $2 where id = $1', [person!.id, person!.state]);
    await client.query('commit');
  } finally {
    client.release();
  }
  return http.redirect(
    last ? `/evaluations/${id}/bilan` : `/evaluations/${id}/questions/${position + 1}`,
    303,
  );
}

const sessionOf = (http: Context) => http.req.header('cookie') ?? '';

/** Prepared once a connection: the name is the text. */
async function asked(
  database: pg.Pool | pg.PoolClient,
  text: string,
  values: unknown[],
): Promise<Record<string, unknown>[]> {
  return (await database.query({ name: text.slice(0, 60), text, values })).rows;
}
