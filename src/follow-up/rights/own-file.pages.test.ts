import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSchoolThatFollows } from '../../../test/following.ts';
import { type Answer, testSite } from '../../../test/site.ts';
import { loadContent } from '../../content/index.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Viewer } from '../../web/index.ts';
import { rightsRoutes } from './index.ts';

const NOW = new Date('2026-11-30T09:00:00Z');
const db = await testDatabase();
const content = loadContent();
const { referent, head, member, follow } = await aSchoolThatFollows(db, '0000101X', NOW);

function visitorAs(viewer: Viewer | null, address = '192.0.2.1') {
  const gate = {
    findViewer: async () => viewer && { viewer, read: null },
    signInFirst: () => new Response('signed out', { status: 401 }),
  };
  return testSite(db, rightsRoutes, gate, { now: NOW, content }).visitor({ address });
}
const secretIn = ({ html }: Answer) => /[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}(?=<)/.exec(html)?.[0] ?? '';

async function aSheet() {
  const { code } = await follow(NOW);
  const sheet = await visitorAs(referent).post(`/suivi/${code}/information/feuille`);
  assert.equal(sheet.status, 200);
  return { code, secret: secretIn(sheet) };
}

test('the sheet is made by whoever runs the GPDS, shows its secret once, and the day it was given is noted', async () => {
  const { code, secret } = await aSheet();
  assert.ok(secret);
  const staff = visitorAs(referent);
  assert.ok(!(await staff.get(`/suivi/${code}/information`)).html.includes(secret));
  assert.equal((await staff.post(`/suivi/${code}/information`, { 'informed-on': 'hier' })).status, 422);
  const noted = await staff.post(`/suivi/${code}/information`, { 'informed-on': '2026-11-29' });
  assert.equal(noted.location, `/suivi/${code}`);
  for (const other of [head, await member('agent')]) {
    assert.equal((await visitorAs(other).get(`/suivi/${code}/information`)).status, 404);
    assert.equal((await visitorAs(other).post(`/suivi/${code}/information/feuille`)).status, 404);
  }
});

test('with the code and the secret what is kept is read, corrected and opposed without an account', async () => {
  const { code, secret } = await aSheet();
  const family = visitorAs(null);
  assert.ok((await family.get(`/acces?code=${code}`)).html.includes(`value="${code}"`));
  const read = await family.follow(await family.post('/acces', { code, secret: secret.toLowerCase() }));
  assert.match(read.html, /Repéré, le 30 novembre 2026/);
  assert.equal((await family.post('/acces/correction', {})).status, 422);
  const corrected = await family.post('/acces/correction', { about: 'milestones', 'asked-by': 'family' });
  assert.match((await family.follow(corrected)).html, /Correction demandée le 30 novembre 2026/);
  assert.match(read.html, /Le 30 novembre 2026 : le référent décrochage/);
  assert.ok(!read.html.includes(referent.name));
  assert.equal((await family.post('/acces/lectures', {})).status, 422);
  const asked = await family.post('/acces/lectures', { 'asked-by': 'family' });
  assert.match((await family.follow(asked)).html, /Question sur les lectures le 30 novembre 2026/);
  const next = secretIn(await family.post('/acces/secret'));
  assert.ok(next && next !== secret);
  assert.equal((await family.post('/acces/opposition', {})).status, 422);
  const opposed = await family.post('/acces/opposition', { 'asked-by': 'pupil' });
  assert.match(opposed.html, /Tout s’efface le 30 décembre 2026/);
  assert.equal((await family.post('/acces/fermeture')).location, '/acces?ferme');
  assert.equal((await family.get('/acces/dossier')).location, '/acces?ferme');
  assert.equal((await family.post('/acces', { code, secret })).status, 422, 'a secret replayed');
  assert.equal((await family.post('/acces', { code, secret: next })).status, 303);
});

test('whoever reads slowly keeps the file open, as long again each time', async () => {
  const { code, secret } = await aSheet();
  const gate = {
    findViewer: async () => null,
    signInFirst: () => new Response('signed out', { status: 401 }),
  };
  const site = testSite(db, rightsRoutes, gate, { now: NOW, content });
  const family = site.visitor({ address: '192.0.2.77' });
  await family.post('/acces', { code, secret });
  site.wait(20);
  assert.equal((await family.post('/acces/prolongation')).location, '/acces/dossier');
  site.wait(29);
  assert.equal((await family.get('/acces/dossier')).status, 200);
  site.wait(2);
  assert.equal((await family.get('/acces/dossier')).location, '/acces?ferme');
  assert.equal((await family.post('/acces/prolongation')).location, '/acces?ferme');
});

test('without a session nothing is read, opposed nor corrected', async () => {
  const nobody = visitorAs(null);
  for (const path of ['/acces/dossier', '/acces/opposition', '/acces/correction', '/acces/lectures'])
    assert.equal((await nobody.get(path)).location, '/acces?ferme');
  for (const path of ['/acces/opposition', '/acces/correction', '/acces/lectures', '/acces/secret'])
    assert.equal((await nobody.post(path, { 'asked-by': 'pupil', about: 'class' })).location, '/acces?ferme');
});

test('a code nobody has, a wrong secret and one that served are refused in the same words, and guessing stops', async () => {
  const { code, secret } = await aSheet();
  const guesser = visitorAs(null, '198.51.100.7');
  const said = async (typed: { code: string; secret: string }) => {
    const { status, html } = await guesser.post('/acces', typed);
    return `${status} ${html.replaceAll(typed.code, 'CODE').replaceAll(typed.secret, 'SECRET')}`;
  };
  const answers = new Set([
    await said({ code, secret: 'AAAA-AAAA' }),
    await said({ code: 'AB-CDE', secret: 'AAAA-AAAA' }),
    await said({ code: 'AB-CDE', secret }),
  ]);
  assert.equal(answers.size, 1);
  assert.match([...answers][0]!, /^422/);
  for (let tries = 1; tries < 10; tries += 1) await guesser.post('/acces', { code, secret: 'AAAA-AAAA' });
  assert.equal((await guesser.post('/acces', { code, secret })).status, 429);
  const elsewhere = visitorAs(null, '203.0.113.77');
  assert.equal((await elsewhere.post('/acces', { code, secret })).status, 429, 'the code itself rests');
});
