import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentOfCertificate } from '../../../test/dossier.ts';
import { testSite, type Visitor } from '../../../test/site.ts';
import { testDatabase } from '../../database/testing.ts';
import { gate, identityRoutes, seedDemonstration } from '../../identity/index.ts';
import { certificateRoutes } from '../index.ts';

const db = await testDatabase();
const NOW = new Date('2026-11-23T08:20:00Z');
await seedDemonstration(db, contentOfCertificate(), NOW);

const site = (now = NOW) =>
  testSite(db, [...identityRoutes, ...certificateRoutes], gate, {
    demonstration: true,
    content: contentOfCertificate(),
    now,
  });

async function signedIn(tests: ReturnType<typeof site>, number: number): Promise<Visitor> {
  const visitor = tests.visitor();
  const personne = `d0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  assert.equal((await visitor.post('/demo/connexion', { personne })).status, 303);
  return visitor;
}

async function starts(visitor: Visitor, maniere = 'ecran'): Promise<string> {
  const { location, status } = await visitor.post('/certificat/etudes-de-cas/ec-essai/debut', { maniere });
  assert.equal(status, 303);
  return location!;
}

const texts = (diagnostic: string, propositions: string, revision = 0) => ({
  diagnostic,
  propositions,
  revision: String(revision),
});

test('from the first page to the grid: start, write, finish, read again', async () => {
  const tests = site();
  const visitor = await signedIn(tests, 3);
  assert.match((await visitor.get('/certificat')).html, /Préparation, pas un avis du jury/);
  assert.match((await visitor.get('/certificat/etudes-de-cas')).html, /La classe de Nilo/);
  const before = (await visitor.get('/certificat/etudes-de-cas/ec-essai')).html;
  assert.match(before, /60 minutes/);
  assert.doesNotMatch(before, /Critère numéro|Notre diagnostic|Ligne de la note/);
  const address = await starts(visitor);
  const hour = (await visitor.get(address)).html;
  assert.match(hour, /Ligne de la note 6/);
  assert.match(hour, /60:00/);
  assert.doesNotMatch(
    hour,
    /Critère numéro|Notre diagnostic|Le détail numéro/,
    'nothing gives the answer away',
  );
  tests.wait(40);
  assert.match((await visitor.get(address)).html, /20:00/);
  await visitor.post(address, { ...texts('Nilo manque le jeudi.', 'En parler avec lui.'), action: 'finir' });
  const after = (await visitor.get(address)).html;
  assert.match(after, /40 minutes de travail, sans pause ; 8 mots écrits/);
  assert.match(after, /Nilo manque le jeudi\./);
  const grid = await visitor.get(`${address}/grille`);
  assert.match(grid.html, /On lit tout du critère 1\./);
  const refused = await visitor.post(`${address}/grille`, { g1: 'full', g2: 'nonsense' });
  assert.equal(refused.status, 422);
  assert.match(refused.html, /5 critères restent sans réponse/);
  assert.match(refused.html, /name="g1" value="full" checked/, 'what was answered is not lost');
  const marks = { g1: 'full', g2: 'full', g3: 'partly', g4: 'missing', g5: 'missing', g6: 'full' };
  assert.equal((await visitor.post(`${address}/grille`, marks)).location, address);
  assert.match((await visitor.get(address)).html, /3 présents, 1 en partie, 2 absents/);
  assert.match((await visitor.get('/certificat/etudes-de-cas')).html, /3 critères présents sur 6/);
});

test('what comes after the hour is not read before it, nor by anybody else', async () => {
  const tests = site();
  const visitor = await signedIn(tests, 11);
  const other = await signedIn(tests, 12);
  const address = await starts(visitor);
  const after = ['grille', 'reponse', 'presentation', 'jury/1', 'lectures', 'etude.pdf'];
  for (const path of after) assert.equal((await visitor.get(`${address}/${path}`)).status, 404, path);
  assert.equal((await other.get(address)).status, 404);
  assert.equal((await other.post(address, { ...texts('Intrus.', ''), action: 'finir' })).status, 404);
  assert.equal((await other.post(`${address}/suppression`)).status, 404);
  assert.equal((await other.post(`${address}/reprise`)).status, 404);
  await visitor.post(address, { ...texts('Fini.', ''), action: 'finir' });
  for (const path of after) {
    assert.equal((await visitor.get(`${address}/${path}`)).status, 200, path);
    assert.equal((await other.get(`${address}/${path}`)).status, 404, path);
  }
  assert.equal((await visitor.get(`${address}/jury/9`)).status, 404);
  assert.equal((await visitor.get(`${address}/etude.pdf`)).headers.get('content-type'), 'application/pdf');
});

test('the page saves by itself: it is told the moment, the clock, and what stands in the way', async () => {
  const tests = site();
  const visitor = await signedIn(tests, 13);
  const address = await starts(visitor);
  tests.wait(10);
  const saves = async (fields: Record<string, string>) => {
    const { status, html } = await visitor.post(`${address}/brouillon`, fields);
    return { status, ...JSON.parse(html) };
  };
  assert.deepEqual(await saves(texts('Un.', '')), {
    status: 200,
    outcome: 'done',
    revision: 1,
    at: '09:30',
    worked: 600,
  });
  assert.deepEqual(await saves(texts('Autre.', '')), { status: 409, outcome: 'conflict' });
  assert.deepEqual(await saves(texts('a'.repeat(12_001), '', 1)), { status: 422, outcome: 'too-long' });
  await visitor.post(address, { ...texts('Un.', '', 1), action: 'finir' });
  assert.deepEqual(await saves(texts('Deux.', '', 1)), { status: 409, outcome: 'finished' });
});

test('what is written after 60:00 is marked, and said in words', async () => {
  const tests = site();
  const visitor = await signedIn(tests, 14);
  const address = await starts(visitor);
  tests.wait(50);
  await visitor.post(address, texts('Dans l’heure.', ''));
  tests.wait(20);
  assert.match((await visitor.get(address)).html, /L’heure est passée/);
  await visitor.post(address, { ...texts('Dans l’heure.\nEnsuite.', '', 1), action: 'finir' });
  const { html } = await visitor.get(address);
  assert.match(html, /70 minutes de travail, sans pause/);
  assert.match(html, /Après l’heure :<\/span> Ensuite\./);
  assert.doesNotMatch(html, /Après l’heure :<\/span> Dans l’heure/);
});

test('whoever is signed out finds what they were sending in the page that says so', async () => {
  const visitor = await signedIn(site(), 10);
  const address = await starts(visitor);
  visitor.cookies.clear();
  const { status, html } = await visitor.post(address, texts('Mon texte en cours.', 'Et mes idées.'));
  assert.equal(status, 401);
  assert.match(html, /Mon texte en cours\.<\/textarea>/);
  assert.match(html, /Et mes idées\.<\/textarea>/);
});

test('a dossier past its review by three months is no longer offered; a study of it keeps its text', async () => {
  const tests = site();
  const visitor = await signedIn(tests, 9);
  const address = await starts(visitor);
  await visitor.post(address, { ...texts('Gardé.', ''), action: 'finir' });
  const later = site(new Date('2028-06-01T08:00:00Z'));
  const again = await signedIn(later, 9);
  assert.equal((await again.get('/certificat/etudes-de-cas/ec-essai')).status, 404);
  assert.match((await again.get('/certificat/etudes-de-cas')).html, /Aucun dossier n’est proposé/);
  assert.match((await again.get(address)).html, /Gardé\./);
});

test('dates are written by a trainer of the académie, and by nobody else', async () => {
  const tests = site();
  const trainer = await signedIn(tests, 16);
  const dates = {
    ouverture: '2026-12-01',
    cloture: '2027-01-15',
    lieu: 'Rectorat',
    lien: 'https://www.ac-exemple.fr/',
    source: 'Note inventée',
  };
  const address = '/certificat/calendrier/09/nouvelle';
  for (const number of [4, 5, 17, 18]) {
    const other = await signedIn(tests, number);
    assert.equal((await other.post(address, dates)).status, 404, `character ${number}`);
  }
  assert.equal((await trainer.post('/certificat/calendrier/17/nouvelle', dates)).status, 404);
  assert.equal((await trainer.post(address, dates)).status, 303);
  assert.equal((await trainer.post(address, dates)).status, 422, 'not twice');
  const cpe = await signedIn(tests, 3);
  const seen = (await cpe.get('/certificat/calendrier')).html;
  assert.match(seen, /Du 1er décembre 2026 au 15 janvier 2027/);
  assert.match(seen, /À venir/);
  const { html } = await trainer.get('/certificat/calendrier');
  const [own] = /\/certificat\/calendrier\/dates\/[0-9a-f-]{36}/.exec(html) ?? [];
  assert.ok(own);
  assert.equal((await cpe.get(own)).status, 404);
  assert.equal((await cpe.post(`${own}/retrait`)).status, 404);
  assert.equal((await trainer.post(own, { ...dates, cloture: '2027-01-31' })).status, 303);
  assert.match((await cpe.get('/certificat/calendrier')).html, /au 31 janvier 2027/);
  assert.equal((await trainer.post(`${own}/retrait`)).status, 303);
  assert.match((await cpe.get('/certificat/calendrier')).html, /Aucune date n’est saisie/);
});
