import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayOf } from '../../src/calendar/index.ts';
import type { Db } from '../../src/database/connection.ts';
import { answerAtRandom } from '../../test/answer-form.ts';
import { Client, characterNamed } from '../../test/journeys/visit/client.ts';
import { pairs } from './person.ts';
import type { Ground, Row, Tally } from './row.ts';

export const erased: Row = {
  number: 13,
  title: 'export, then erase, then search the database and the logs',
  async run(ground, tally) {
    const people = ground.short ? 1 : 5;
    for (let person = 1; person <= people; person += 1) await livesAndLeaves(ground, tally, person);
  },
};

const PROFESSIONS = ['enseignant', 'cpe', 'aed', 'psyen', 'infirmier'];

/** Somebody whose every text is theirs alone, who uses what there is, takes their data, and leaves. */
async function livesAndLeaves(ground: Ground, tally: Tally, number: number): Promise<void> {
  const { place, db, random } = ground;
  const mark = `Zorgl${randomUUID().slice(0, 8)}`;
  const email = `${mark.toLowerCase()}.${number}@example.fr`;
  const client = new Client(place.address);
  await signsIn(client, email, db());
  await client.post('/bienvenue', { etape: 'vous', nom: `Nom ${mark}`, metier: PROFESSIONS[number - 1]! });
  await client.post('/bienvenue', { etape: 'etablissement', etablissement: 'aucun' });
  await client.post('/bienvenue', { etape: 'information' });
  tally.survives((await client.get('/mon-espace')).status === 200, 'the first visit is not over');
  const { id, audit_actor: actor } = await db()
    .selectFrom('person')
    .select(['id', 'audit_actor'])
    .where('email', '=', email)
    .executeTakeFirstOrThrow();

  const series = (await client.post('/evaluations')).location!.replace(/\/questions\/\d+$/, '');
  for (let position = 1; position <= 5; position += 1) {
    const { html } = await client.get(`${series}/questions/${position}`);
    const form = answerAtRandom(html, random)!;
    await client.post(form.action, pairs(form));
  }
  await client.post(`${series}/arret`);
  await client.post(`${series}/questions/1/signalement`, { message: `Signalé ${mark}` });
  const today = dayOf(new Date());
  const text = `Quand ${mark} arrive`;
  const planned = await client.post('/plans', { situation: text, act: text, help: text, due: today });
  tally.survives(planned.status === 303, `a plan answers ${planned.status}`);
  const plan = await db()
    .selectFrom('plan')
    .select('id')
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow();
  await client.post(`/plans/${plan.id}/bilan`, { outcome: 'done', story: `Récit ${mark}` });
  await client.post('/mon-compte/rappels', { rhythm: 'weekly', weekday: '2', plans: 'oui' });
  await client.post('/mes-progres/attestations', {});

  const exported = await client.get('/mes-donnees.json');
  for (const kept of [
    `Nom ${mark}`,
    email,
    text,
    `Récit ${mark}`,
    `Signalé ${mark}`,
    series.split('/').at(-1)!,
  ]) {
    tally.survives(exported.html.includes(kept), `« ${kept} » is not in the export`);
  }
  const spreadsheet = await client.get('/mes-donnees.csv');
  tally.survives(spreadsheet.html.trim().split('\n').length >= 6, 'the answers are not in the spreadsheet');

  const statistics = await statisticsOf(ground);
  const left = await client.post('/mes-donnees/suppression', { confirmation: 'effacer' });
  tally.survives(left.status === 303, `erasing answers ${left.status}`);
  tally.refuses((await client.get('/mon-espace')).status === 303, 'still signed in after erasing');
  for (const searched of [mark, mark.toLowerCase(), email, id, series.split('/').at(-1)!]) {
    for (const found of await whereIs(db(), searched)) {
      // The log keeps what happened to a series under a number linked to nobody any more.
      if (searched === series.split('/').at(-1) && found === 'audit_event') continue;
      tally.refuses(false, `« ${searched} » is left in ${found}`);
    }
    tally.refuses(!place.output().includes(searched), `« ${searched} » is in the logs`);
  }
  const linked = await whereIs(db(), actor);
  tally.refuses(
    linked.every((table) => table === 'audit_event'),
    `the number of the log is left in ${linked}`,
  );
  const after = await statisticsOf(ground);
  tally.survives(after === statistics, 'statistics changed with somebody’s erasure');
}

async function signsIn(client: Client, email: string, db: Db): Promise<void> {
  await client.post('/connexion/code', { courriel: email });
  const { body } = await db
    .selectFrom('demonstration_mail')
    .select('body')
    .where('recipient', '=', email)
    .executeTakeFirstOrThrow();
  const code = /\b\d{3}\s?\d{3}\b/.exec(body)![0];
  await client.post('/connexion', { courriel: email, code });
}

/** The figures that everybody and the ministry read. */
async function statisticsOf({ place }: Ground): Promise<string> {
  const judith = await characterNamed(place.address, 'Judith Amsellem');
  const pages: string[] = [];
  for (const path of ['/statistiques', '/effets/parcours.csv', '/effets/signaux.csv', '/effets/usage.csv']) {
    pages.push(`${path}\n${(await judith.get(path)).html}`);
  }
  return pages.join('\n');
}

/** Tables with a row that says this anywhere, whatever the case: bytes and JSON included. */
export async function whereIs(db: Db, searched: string): Promise<string[]> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`.execute(db);
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ found: boolean }>`
      select exists (select from ${sql.table(`${schema}.${name}`)} t where strpos(lower(t::text), ${searched.toLowerCase()}) > 0
        or strpos(lower(t::text), ${Buffer.from(searched).toString('hex')}) > 0) as found`.execute(db);
    if (rows[0]!.found) found.push(name);
  }
  return found;
}
