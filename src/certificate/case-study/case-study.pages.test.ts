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
