import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPdf } from '../../../test/pdf-reader.ts';
import { testSite, type Visitor } from '../../../test/site.ts';
import { loadContent } from '../../content/index.ts';
import { testDatabase } from '../../database/testing.ts';
import { CHARACTERS, gate, identityRoutes, seedDemonstration } from '../../identity/index.ts';
import { recordQuestions } from '../bank/question-version.store.ts';
import { seedAssessments } from '../demonstration/demonstration.store.ts';
import { profilePdfRoutes } from './profile-pdf.pages.ts';

const db = await testDatabase();
const now = new Date('2026-11-23T08:20:00Z');
const content = await recordQuestions(db, loadContent(), now, () => undefined);
const site = testSite(db, [...identityRoutes, ...profilePdfRoutes], gate, {
  demonstration: true,
  content,
  now,
});
await seedDemonstration(db, content, now);
await seedAssessments(db, content, now);

async function enter(name: string): Promise<Visitor> {
  const visitor = site.visitor();
  await visitor.post('/demo/connexion', { personne: CHARACTERS.find((one) => one.name === name)!.id });
  return visitor;
}

/** The file as bytes, with the cookies of the visitor. */
async function download(visitor: Visitor, path = '/mon-profil.pdf'): Promise<Response> {
  return site.server.request(`https://perseverance.example${path}`, {
    headers: {
      host: 'perseverance.example',
      'x-forwarded-proto': 'https',
      cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  });
}

test('one’s own results come as a file to save, that no cache keeps', async () => {
  const response = await download(await enter('Inès Delattre'));
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'application/pdf');
  assert.equal(response.headers.get('cache-control'), 'private, no-store');
  assert.equal(
    response.headers.get('content-disposition'),
    `attachment; filename="Ce que je sais - 23 novembre 2026.pdf"; filename*=UTF-8''Ce%20que%20je%20sais%20%E2%80%93%2023%20novembre%202026.pdf`,
  );
  const pdf = readPdf(Buffer.from(await response.arrayBuffer()));
  assert.ok(pdf.root.text.includes('Inès Delattre'));
  assert.ok(pdf.pages.length <= 3);
});

test('the address names nobody: whoever opens it gets their own results, whatever they add to it', async () => {
  const ines = CHARACTERS.find(({ name }) => name === 'Inès Delattre')!;
  const thomas = await enter('Thomas Nguyen');
  for (const path of [
    '',
    `?personne=${ines.id}`,
    `?person_id=${ines.id}`,
    `?name=${encodeURIComponent(ines.name)}`,
  ]) {
    const { root } = readPdf(
      Buffer.from(await (await download(thomas, `/mon-profil.pdf${path}`)).arrayBuffer()),
    );
    assert.ok(root.text.includes('Thomas Nguyen'));
    assert.ok(!root.text.includes('Inès'));
  }
  for (const path of [`/mon-profil.pdf/${ines.id}`, `/profils/${ines.id}.pdf`]) {
    assert.equal((await download(thomas, path)).status, 404);
  }
});

test('no role opens the results of others: without answers of one’s own there is nothing', async () => {
  const withoutAnswers = ['Mei-Lin Garnier', 'Samuel Ortega', 'Judith Amsellem'];
  for (const name of withoutAnswers) {
    const response = await download(await enter(name));
    assert.equal(response.status, 404, name);
    assert.match(await response.text(), /Page introuvable/);
  }
});

test('nobody signed out receives anything of it', async () => {
  const response = await download(site.visitor());
  assert.notEqual(response.headers.get('content-type'), 'application/pdf');
  assert.notEqual(response.status, 200);
});

test('somebody who has not read the information notice is led to it first', async () => {
  const response = await download(await enter('Lucas Meunier'));
  assert.equal(response.headers.get('location'), '/bienvenue');
});
