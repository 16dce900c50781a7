import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPdf } from '../../../test/pdf-reader.ts';
import { testSite } from '../../../test/site.ts';
import { someone } from '../../../test/someone.ts';
import { loadContent } from '../../content/index.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Gate, Viewer } from '../../web/index.ts';
import { beginModule, reachStep } from '../modules/module.store.ts';
import { attestationRoutes } from './attestation.pages.tsx';
import { findAttestations } from './attestation.store.ts';
import { codeText } from './attestation.ts';

const db = await testDatabase();
const content = loadContent();
const module = content.modules[0]!;
let signedIn: Viewer | null = null;
const gate: Gate = {
  findViewer: async () => signedIn && { viewer: signedIn, read: null },
  signInFirst: ({ http }) => http.redirect('/connexion', 303),
};
const place = testSite(db, attestationRoutes, gate, { content });
const NOW = place.app.now();
const visitor = place.visitor();

async function learner(): Promise<Viewer> {
  const viewer = await someone(db, 'cpe', NOW);
  await beginModule(db, viewer, module, NOW);
  await reachStep(db, viewer, module, { step: 10, count: 9 }, NOW);
  return viewer;
}

async function attested(): Promise<{ viewer: Viewer; code: string }> {
  const viewer = await learner();
  signedIn = viewer;
  await visitor.post('/mes-progres/attestations');
  const [attestation] = await findAttestations(db, viewer);
  return { viewer, code: attestation!.code };
}

test('asked twice, the same attestation is given; nothing finished, none', async () => {
  const { viewer } = await attested();
  await Promise.all([1, 2].map(() => visitor.post('/mes-progres/attestations')));
  assert.equal((await findAttestations(db, viewer)).length, 1);
  signedIn = await someone(db, 'cpe', NOW);
  await visitor.post('/mes-progres/attestations');
  assert.deepEqual(await findAttestations(db, signedIn), []);
});

test('an address on a paper already given leads to where codes are checked', async () => {
  const { code } = await attested();
  signedIn = null;
  assert.equal((await visitor.get(`/attestations/${code}`)).location, `/verifier/${code}`);
  assert.equal((await visitor.get('/attestations')).location, '/verifier');
  assert.equal((await visitor.get('/attestations?code=ab c')).location, '/verifier?code=ab%20c');
});

test('the paper says what was finished, when, how long and how to check it, and no level', async () => {
  const { viewer, code } = await attested();
  const response = await place.server.request(
    `https://perseverance.example/mes-progres/attestations/${code}/pdf`,
    {
      headers: { host: 'perseverance.example', 'x-forwarded-proto': 'https' },
    },
  );
  assert.equal(response.headers.get('content-type'), 'application/pdf');
  const pdf = readPdf(Buffer.from(await response.arrayBuffer()));
  for (const said of [viewer.name, module.title, codeText(code), 'https://perseverance.example/verifier']) {
    assert.ok(pdf.root.text.includes(said), said);
  }
  assert.doesNotMatch(pdf.root.text, /Découverte|Autonomie|niveau le plus probable/);
});

test('only its person downloads or takes back an attestation; taken back, nothing remains but its code', async () => {
  const { viewer, code } = await attested();
  signedIn = await learner();
  for (const path of [`/mes-progres/attestations/${code}/pdf`, `/mes-progres/attestations/${code}/retrait`]) {
    assert.equal((await visitor.get(path)).status, 404, path);
  }
  assert.equal((await visitor.post(`/mes-progres/attestations/${code}/retrait`)).status, 404);
  signedIn = viewer;
  assert.equal((await visitor.get(`/mes-progres/attestations/${code}/retrait`)).status, 200);
  assert.equal((await visitor.post(`/mes-progres/attestations/${code}/retrait`)).status, 303);
  assert.deepEqual(await findAttestations(db, viewer), []);
  const left = await db.selectFrom('withdrawn_attestation').selectAll().where('code', '=', code).execute();
  assert.deepEqual(Object.keys(left[0]!), ['code', 'withdrawn_at']);
});
