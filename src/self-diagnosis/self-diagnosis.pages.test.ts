import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite, type Visitor } from '../../test/site.ts';
import { toldTo } from '../../test/told.ts';
import { actionRoutes } from '../actions/index.ts';
import { loadContent } from '../content/index.ts';
import { testDatabase } from '../database/testing.ts';
import { CHARACTERS, gate, identityRoutes, SCHOOLS, seedDemonstration } from '../identity/index.ts';
import { erasePerson } from '../privacy/index.ts';
import type { Viewer } from '../web/index.ts';
import { seedSelfDiagnosis, selfDiagnosisRoutes } from './index.ts';
import { personalData } from './personal-data.store.ts';

const db = await testDatabase();
const content = loadContent();
const { policy } = content;
const place = testSite(db, [...identityRoutes, ...selfDiagnosisRoutes, ...actionRoutes], gate, {
  demonstration: true,
  content,
});
await seedDemonstration(db, content, place.app.now());

async function as(name: string): Promise<Visitor> {
  const visitor = place.visitor();
  const personne = CHARACTERS.find((character) => character.name === name)!.id;
  assert.equal((await visitor.post('/demo/connexion', { personne })).status, 303);
  return visitor;
}
const COLLEAGUES = ['Hélène Marchetti', 'Karim Vasseur', 'Inès Delattre', 'Thomas Nguyen', 'Claire Okafor'];
const [{ uai }] = SCHOOLS;

async function diagnosisId(): Promise<string> {
  const { id } = await db
    .selectFrom('self_diagnosis')
    .select('id')
    .where('school', '=', uai)
    .executeTakeFirstOrThrow();
  return id;
}

/** Answers every page of the diagnosis with the same step, and sends. */
async function answers(visitor: Visitor, id: string, step: string, work = ''): Promise<number> {
  for (const axis of policy.axes) {
    const lines = policy.statements.filter((statement) => statement.axis === axis.id);
    const form = { axe: axis.id, ...Object.fromEntries(lines.map((line) => [line.id, step])) };
    assert.equal((await visitor.post(`/auto-diagnostic/${id}/repondre`, form)).status, 303);
  }
  return (await visitor.post(`/auto-diagnostic/${id}/envoyer`, { work })).status;
}

test('a head opens, five answer, the head closes, all of the school see, nobody else does', async () => {
  const head = await as('Claire Okafor');
  const teacher = await as('Hélène Marchetti');
  assert.equal(
    (await teacher.post('/auto-diagnostic', { school: uai })).status,
    404,
    'a teacher does not open',
  );
  assert.equal(
    (await head.post('/auto-diagnostic', { school: SCHOOLS[1].uai })).status,
    404,
    'another school',
  );
  assert.equal((await head.post('/auto-diagnostic', { school: uai })).status, 303);
  assert.equal((await head.post('/auto-diagnostic', { school: uai })).status, 303, 'twice opens one');
  const id = await diagnosisId();

  const axis = policy.axes[0]!.id;
  await teacher.post(`/auto-diagnostic/${id}/repondre`, { axe: axis, r01: '2', suite: 'plus-tard' });
  assert.match((await teacher.get('/auto-diagnostic')).html, /1 sur 21, gardées sans être envoyées/);
  assert.match(
    (await teacher.get(`/auto-diagnostic/${id}/repondre?axe=${axis}`)).html,
    /name="r01" value="2" checked/,
  );
  const early = await teacher.post(`/auto-diagnostic/${id}/envoyer`);
  assert.equal(early.status, 422);
  assert.match(early.html, /20 lignes sont sans réponse/);
  assert.equal(
    (await teacher.post(`/auto-diagnostic/${id}/envoyer`, { reste: 'unknown', work: 'class' })).status,
    303,
  );
  assert.equal((await teacher.get(`/auto-diagnostic/${id}/repondre`)).status, 404, 'sent is sent');
  assert.equal((await teacher.post(`/auto-diagnostic/${id}/envoyer`, { reste: 'unknown' })).status, 303);

  for (const [index, name] of COLLEAGUES.slice(1, 4).entries()) {
    assert.equal(await answers(await as(name), id, String(index)), 303);
  }
  assert.equal((await head.get(`/auto-diagnostic/${id}`)).status, 404, 'nothing is told while it is open');
  await head.post(`/auto-diagnostic/${id}/clore`);
  assert.match((await head.get(`/auto-diagnostic/${id}/clore`)).html, /Il faut 5 réponses au moins/);
  assert.equal(await answers(head, id, '3', 'around'), 303);
  assert.match((await head.get('/auto-diagnostic')).html, /5 réponses au moins/);
  assert.equal((await teacher.post(`/auto-diagnostic/${id}/clore`)).status, 404, 'a teacher does not close');
  assert.equal((await head.post(`/auto-diagnostic/${id}/clore`)).location, `/auto-diagnostic/${id}`);

  const told = await teacher.get(`/auto-diagnostic/${id}`);
  assert.equal(told.status, 200);
  assert.match(told.html, /Environ 5 personnes ont répondu/);
  for (const name of [
    'Sofia Pereira',
    'Étienne Rakoto',
    'Mei-Lin Garnier',
    'Samuel Ortega',
    'Judith Amsellem',
  ]) {
    const outsider = await as(name);
    for (const path of ['', '/rapport.pdf', '/repondre', '/envoyer', '/clore', '/priorites/1'])
      assert.equal((await outsider.get(`/auto-diagnostic/${id}${path}`)).status, 404, `${name} ${path}`);
    assert.doesNotMatch((await outsider.get('/auto-diagnostic')).html, new RegExp(id));
  }
});

test('the page of results holds no number of one to four people', async () => {
  const { html } = await (await as('Karim Vasseur')).get(`/auto-diagnostic/${await diagnosisId()}`);
  const cells = [...html.matchAll(/<td class="figures__number">(\d+)<\/td>/g)].map(([, number]) =>
    Number(number),
  );
  assert.equal(cells.length, 21 * 5);
  for (const number of cells) assert.equal(number % 5, 0);
});

test('a head chooses a priority with ideas and a plan; a name is questioned; a teacher reads it', async () => {
  const id = await diagnosisId();
  const head = await as('Claire Okafor');
  const address = `/auto-diagnostic/${id}/priorites/1`;
  assert.match((await head.get(address)).html, /Choisir une priorité/);
  const form = await head.get(`${address}?recommandation=r10`);
  const [, idea = ''] = /name="action" value="(A\d{3})"/.exec(form.html) ?? [];
  assert.ok(idea);
  const plan = {
    statement: 'r10',
    action: idea,
    what: 'Appeler chaque famille de 6e',
    who: '',
    due: '2027-01-15',
    sign: 'Nombre d’appels',
  };
  const refused = await head.post(address, plan);
  assert.equal(refused.status, 422);
  assert.match(refused.html, /Écrivez qui s’en occupe/);
  assert.match(refused.html, /value="Appeler chaque famille de 6e"/);
  const named = await head.post(address, { ...plan, who: 'Voir avec Mme Durand' });
  assert.match(named.html, /semblent nommer quelqu’un/);
  assert.equal((await head.post(address, { ...plan, who: 'Une CPE' })).status, 303);
  const teacher = await as('Karim Vasseur');
  const { html } = await teacher.get(`/auto-diagnostic/${id}`);
  assert.match(html, /Appeler chaque famille de 6e/);
  assert.match(html, new RegExp(`/actions/${idea}`));
  assert.equal((await teacher.post(`${address}/retirer`)).status, 404);
  const pdf = await teacher.get(`/auto-diagnostic/${id}/rapport.pdf`);
  assert.equal(pdf.headers.get('content-type'), 'application/pdf');
  assert.equal((await head.post(`${address}/retirer`)).status, 303);
  assert.doesNotMatch((await teacher.get(`/auto-diagnostic/${id}`)).html, /Appeler chaque famille de 6e/);
});

test('no sheet holds who sent it: what is downloaded and erased is the fact of having answered', async () => {
  const character = CHARACTERS.find(({ name }) => name === 'Karim Vasseur')!;
  const viewer = {
    personId: character.id,
    auditActor: character.auditActor,
    email: character.email,
  } as Viewer;
  const { auto_diagnostics: told } = await toldTo(db, viewer, personalData);
  assert.deepEqual(told, {
    réponses_pas_encore_envoyées: [],
    réponses_envoyées_sans_nom: [{ uai, année: 2026 }],
  });
  const sheets = () => db.selectFrom('self_diagnosis_sheet').selectAll().execute();
  const before = await sheets();
  assert.deepEqual(Object.keys(before[0]!).sort(), ['answers', 'diagnosis_id', 'id', 'work']);
  assert.doesNotMatch(JSON.stringify(before), new RegExp(`${character.id}|${character.auditActor}`));
  await erasePerson(db, viewer, [personalData], place.app.now());
  assert.deepEqual(await sheets(), before);
  const left = await db
    .selectFrom('self_diagnosis_participant')
    .selectAll()
    .where('person_id', '=', character.id)
    .execute();
  assert.deepEqual(left, []);
});

test('the demonstration tells two years of a collège, one real change, and views that differ', async () => {
  await db.deleteFrom('self_diagnosis').execute();
  await seedDemonstration(db, content, place.app.now());
  await seedSelfDiagnosis(db, content, place.app.now());
  await seedSelfDiagnosis(db, content, place.app.now());
  const { id } = await db
    .selectFrom('self_diagnosis')
    .select('id')
    .where('school', '=', uai)
    .where('school_year', '=', 2026)
    .executeTakeFirstOrThrow();
  const { html } = await (await as('Inès Delattre')).get(`/auto-diagnostic/${id}`);
  assert.match(html, /Environ 25 personnes ont répondu/);
  assert.match(html, /Vous le voyez très différemment/);
  assert.match(html, /En cours et autour des cours/);
  assert.equal(html.match(/<strong>davantage en place qu’avant<\/strong>/g)?.length, 1);
  assert.match(
    html,
    /Environ 5 personnes ont répondu\s+aux deux diagnostics|Environ 5 personnes ont répondu aux deux/,
  );
});
