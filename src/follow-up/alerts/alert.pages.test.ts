import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testSite, type Visitor } from '../../../test/site.ts';
import { dayOf } from '../../calendar/index.ts';
import { loadContent } from '../../content/index.ts';
import { testDatabase } from '../../database/testing.ts';
import { CHARACTERS, gate, identityRoutes, SCHOOLS, seedDemonstration } from '../../identity/index.ts';
import { followUpRoutes, seedFollowUps } from '../index.ts';

const db = await testDatabase();
const content = loadContent();
const place = testSite(db, [...identityRoutes, ...followUpRoutes], gate, { demonstration: true, content });
await seedDemonstration(db, content, place.app.now());
await seedFollowUps(db, place.app.now());

async function as(name: string): Promise<Visitor> {
  const visitor = place.visitor();
  const personne = CHARACTERS.find((character) => character.name === name)!.id;
  assert.equal((await visitor.post('/demo/connexion', { personne })).status, 303);
  return visitor;
}

const said = (change: object = {}) => ({
  id: crypto.randomUUID(),
  school: SCHOOLS[0].uai,
  level: '4e',
  signal: 'S02',
  observedOn: dayOf(place.app.now()),
  ...change,
});

async function wholeDatabase(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(db);
  let dump = '';
  for (const { name } of tables) {
    const { rows } = await sql<{ line: string }>`select t::text as line from ${sql.raw(name)} t`.execute(db);
    dump += rows.map(({ line }) => line).join('\n');
  }
  return dump;
}

test('a word of danger opens whom to call, keeps what was chosen, and leaves no word in the database', async () => {
  const teacher = await as('Karim Vasseur');
  const count = () => sql<{ n: string }>`select count(*) as n from alert`.execute(db);
  const before = (await count()).rows[0]!.n;
  const { status, html } = await teacher.post(
    '/suivi/alertes',
    said({ word: 'Elle veut zigouiller et mourir' }),
  );
  assert.equal(status, 422);
  assert.match(html, /<details class="danger" id="danger" open/);
  assert.match(html, /href="tel:3114"/);
  assert.match(html, /value="S02" checked/, 'nothing chosen is lost');
  const relay = await teacher.post('/suivi/alertes/relais', { school: SCHOOLS[0].uai });
  assert.equal(relay.location, '/suivi/alertes/nouvelle?relais=note#danger');
  assert.equal((await count()).rows[0]!.n, before);
  const dump = await wholeDatabase();
  assert.ok(!dump.includes('zigouiller'));
});

test('a school that follows nobody, or where nobody reads alerts, says whom to tell instead of a form', async () => {
  const teacher = await as('Camille Roussel');
  const { html, status } = await teacher.get('/suivi/alertes/nouvelle');
  assert.equal(status, 200);
  assert.match(html, /Personne ne reçoit les alertes dans votre établissement/);
  assert.doesNotMatch(html, /Envoyer l’alerte/);
  assert.match(html, /href="tel:119"/, 'whom to call is there all the same');
});

test('the author never reads which file their alert went to, nor who is followed', async () => {
  const [teacher, referent] = [await as('Hélène Marchetti'), await as('Thomas Nguyen')];
  const alert = said();
  await teacher.post('/suivi/alertes', alert);
  const [, code = ''] = /data-follow-up="([^"]+)"/.exec((await referent.get('/suivi')).html) ?? [];
  const decided = await referent.post(`/suivi/alertes/recues/${alert.id}`, {
    outcome: 'already-followed',
    code,
    advice: 'noter',
  });
  assert.equal(decided.location, `/suivi/${code}`);
  assert.match((await referent.get(`/suivi/${code}`)).html, /Les alertes/);
  const { html } = await teacher.get('/suivi/alertes');
  assert.match(html, /L’équipe s’en occupe/);
  assert.match(html, /href="\/modules\/2\.1-voir-et-noter-un-changement"/);
  assert.ok(!html.includes(code));
});
