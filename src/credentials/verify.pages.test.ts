import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite } from '../../test/site.ts';
import { someone } from '../../test/someone.ts';
import { testDatabase } from '../database/testing.ts';
import { codeText } from '../learning/index.ts';
import { verifyRoutes } from './verify.pages.tsx';

const db = await testDatabase();
const gate = { findViewer: async () => null, signInFirst: () => new Response('sign in', { status: 401 }) };
const place = testSite(db, verifyRoutes, gate);
const NOW = place.app.now();

async function attestation(code: string) {
  const viewer = await someone(db, 'cpe', NOW);
  await db
    .insertInto('attestation')
    .values({
      code,
      person_id: viewer.personId,
      initials: 'P. E.',
      first_day: '2026-11-01',
      last_day: '2026-11-02',
      minutes: 45,
      finished: JSON.stringify([{ title: 'Un module terminé', minutes: 45, day: '2026-11-02' }]),
      made_at: NOW,
    })
    .execute();
  return viewer;
}

test('a code tells the initials, the days, the length and what was finished, to anybody, unindexed', async () => {
  const viewer = await attestation('7K2M90TX4BRD');
  const visitor = place.visitor();
  const typed = await visitor.get(
    `/verifier?code=${encodeURIComponent(codeText('7K2M90TX4BRD').toLowerCase())}`,
  );
  assert.equal(typed.location, '/verifier/7K2M90TX4BRD');
  const { status, html, headers } = await visitor.get(typed.location!);
  assert.equal(status, 200);
  assert.match(headers.get('x-robots-tag') ?? '', /noindex/);
  for (const said of ['P. E.', '45 minutes', '2 novembre 2026', 'Un module terminé', '<svg']) {
    assert.ok(html.includes(said), said);
  }
  for (const secret of [viewer.name, viewer.personId, 'cpe', 'Autonomie']) assert.ok(!html.includes(secret));
});

test('a code taken back says so, even once the account is erased; one that never was is unknown', async () => {
  const viewer = await attestation('7K2M90TX4BRE');
  await db.deleteFrom('person').where('id', '=', viewer.personId).execute();
  const visitor = place.visitor();
  const withdrawn = await visitor.get('/verifier/7K2M90TX4BRE');
  assert.equal(withdrawn.status, 200);
  assert.match(withdrawn.html, /a été retirée/);
  assert.doesNotMatch(withdrawn.html, /P\. E\.|45 minutes/);
  for (const code of ['000000000000', 'nimporte', '%27%3Bdrop']) {
    const unknown = await visitor.get(`/verifier/${code}`);
    assert.equal(unknown.status, 404);
    assert.match(unknown.html, /inconnu/);
  }
});

test('codes are not tried for ever from one address', async () => {
  const visitor = place.visitor({ address: '198.51.100.77' });
  let tries = 0;
  while ((await visitor.get('/verifier/000000000000')).status !== 429) {
    tries += 1;
    assert.ok(tries < 500);
  }
  assert.equal(tries, 120);
  assert.equal((await place.visitor({ address: '198.51.100.78' }).get('/verifier/7K2M90TX4BRD')).status, 200);
});
