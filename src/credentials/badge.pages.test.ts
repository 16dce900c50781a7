import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { verifyBadge } from '../../test/badge-verifier.ts';
import { aColleague, type Colleague } from '../../test/colleagues.ts';
import { testSite } from '../../test/site.ts';
import { verifyAsOthersDo } from '../../test/third-party-verifier.ts';
import { loadContent } from '../content/index.ts';
import { testDatabase } from '../database/testing.ts';
import type { Viewer } from '../web/index.ts';
import { findBadges } from './badge.store.ts';
import { credentialRoutes } from './index.ts';

const db = await testDatabase();
const content = loadContent();
let signedIn: Viewer | null = null;
const gate = {
  findViewer: async () => (signedIn ? { viewer: signedIn, read: null } : null),
  signInFirst: () => new Response('sign in', { status: 401 }),
};
const place = testSite(db, credentialRoutes, gate, { content, demonstration: true });
const NOW = place.app.now();
const visitor = place.visitor();
const ORIGIN = 'https://perseverance.example';

async function withPractice(): Promise<{ viewer: Colleague; peer: Colleague; confirmation: string }> {
  const where = { school: '0090001A', academie: '09', now: NOW };
  const [viewer, peer] = [await aColleague(db, where), await aColleague(db, where)];
  const confirmation = crypto.randomUUID();
  await db
    .insertInto('peer_confirmation')
    .values({
      id: confirmation,
      person_id: viewer.personId,
      competence: '2.3',
      observed_on: '2026-11-20',
      occasion: 'occasion secrète',
      level_asked: 5,
      email: peer.email,
      asked_at: NOW,
      peer_id: peer.personId,
      opened_at: NOW,
      answer: 'confirmed',
      answered_at: NOW,
      acts: ['Fait venir les faits d’abord'],
      level: 5,
      word: 'mot secret',
    })
    .execute();
  return { viewer, peer, confirmation };
}

async function aBadge(name = false) {
  const practice = await withPractice();
  signedIn = practice.viewer;
  const { confirmation } = practice;
  await visitor.post('/badges', { pour: 'pratique-2.3', confirmation, ...(name && { nom: 'oui' }) });
  const [badge] = await findBadges(db, practice.viewer);
  assert.ok(badge);
  signedIn = null;
  return { ...practice, id: badge.id, token: badge.token };
}

const read = async (url: string) => (await visitor.get(url.replace(ORIGIN, ''))).html;
const keysNow = async () => JSON.parse(await read(`${ORIGIN}/badges/cles`)).keys;
const online = { fetchStatus: read, now: NOW };
const offline = { fetchStatus: null, now: NOW };

test('a badge is verified by a verifier that shares no code with us, online and offline', async () => {
  const { token, viewer, id } = await aBadge();
  const keys = await keysNow();
  for (const how of [online, offline]) {
    const verdict = await verifyBadge(token, keys, how);
    assert.ok('credential' in verdict, JSON.stringify(verdict));
    const [identity] = verdict.credential.credentialSubject.identifier;
    const hash = createHash('sha256').update(`${viewer.email}${identity!.salt}`).digest('hex');
    assert.equal(identity!.identityHash, `sha256$${hash}`, 'whoever knows the address recognises it');
  }
  assert.equal((await visitor.get(`/badges/${id}/badge.jwt`)).html, token);
});

test('the address a badge names its key by gives that very key, without its private part', async () => {
  const { token } = await aBadge();
  const { kid, alg } = JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString());
  const key = JSON.parse(await read(kid));
  assert.equal(alg, 'RS256');
  assert.equal(key.kid, kid);
  for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi']) assert.ok(!(secret in key), secret);
  assert.deepEqual(await keysNow(), [key]);
});

test('a badge changed by one letter, or signed by another key, is refused', async () => {
  const { token } = await aBadge();
  const keys = await keysNow();
  const [header, payload, signature] = token.split('.');
  const changed = Buffer.from(
    Buffer.from(payload!, 'base64url').toString().replace('2026-11-23', '2026-11-22'),
  ).toString('base64url');
  assert.deepEqual(await verifyBadge(`${header}.${changed}.${signature}`, keys, offline), {
    refused: 'signature',
  });
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = { ...publicKey.export({ format: 'jwk' }), kid: keys[0].kid };
  assert.deepEqual(await verifyBadge(token, [other], offline), { refused: 'signature' });
});

test('a badge tells no level, no name, no word of the peer; the name of the person only when they ask', async () => {
  for (const name of [false, true]) {
    const { token, viewer, peer, id } = await aBadge(name);
    const told = Buffer.from(token.split('.')[1]!, 'base64url').toString();
    const { html, headers } = await visitor.get(`/badges/${id}`);
    assert.match(headers.get('x-robots-tag') ?? '', /noindex/);
    for (const text of [told, html]) {
      for (const secret of [
        'mot secret',
        'occasion secrète',
        viewer.email,
        peer.email,
        'Expertise',
        'Référence',
      ]) {
        assert.ok(!text.includes(secret), secret);
      }
      assert.doesNotMatch(text, /niveau [1-5]|"level"/);
      assert.equal(text.includes(viewer.name), name);
    }
    assert.match(told, /fait venir les faits d’abord/);
  }
});

test('taken back by its person, by the peer, or by either account erased, a badge is revoked and nameless', async () => {
  const ways: ((badge: Awaited<ReturnType<typeof aBadge>>) => Promise<unknown>)[] = [
    async ({ viewer, id }) => {
      signedIn = viewer;
      return visitor.post(`/badges/${id}/retrait`);
    },
    ({ confirmation }) =>
      db
        .updateTable('peer_confirmation')
        .set({ answer: 'withdrawn', acts: [], level: null, word: null })
        .where('id', '=', confirmation)
        .execute(),
    ({ confirmation }) => db.deleteFrom('peer_confirmation').where('id', '=', confirmation).execute(),
    ({ peer }) => db.deleteFrom('person').where('id', '=', peer.personId).execute(),
    ({ viewer }) => db.deleteFrom('person').where('id', '=', viewer.personId).execute(),
  ];
  for (const takeBack of ways) {
    const kept = await aBadge();
    const badge = await aBadge();
    await takeBack(badge);
    signedIn = null;
    const keys = await keysNow();
    assert.deepEqual(await verifyBadge(badge.token, keys, online), { refused: 'revoked' });
    assert.ok('credential' in (await verifyBadge(kept.token, keys, online)), 'the others hold');
    assert.match((await visitor.get(`/badges/${badge.id}`)).html, /a été retiré/);
    assert.equal((await visitor.get(`/badges/${badge.id}/badge.jwt`)).status, 404);
  }
});

test('nobody makes a badge of what somebody else earned, nor takes back theirs; twice makes one', async () => {
  const { viewer, id, confirmation } = await aBadge();
  signedIn = (await withPractice()).peer;
  await visitor.post('/badges', { pour: 'pratique-2.3', confirmation });
  assert.deepEqual(await findBadges(db, signedIn), []);
  assert.equal((await visitor.post(`/badges/${id}/retrait`)).status, 404);
  signedIn = viewer;
  await Promise.all([1, 2].map(() => visitor.post('/badges', { pour: 'pratique-2.3', confirmation })));
  assert.equal((await findBadges(db, viewer)).length, 1);
});

test('a new key of the environment signs from then on, and former badges are still verified', async () => {
  const former = await aBadge();
  for (const pair of [
    generateKeyPairSync('ed25519'),
    generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ] as const) {
    place.app.settings.badgeKey = JSON.stringify(pair.privateKey.export({ format: 'jwk' }));
    const { token } = await aBadge();
    const keys = await keysNow();
    for (const one of [former.token, token]) {
      assert.ok('credential' in (await verifyBadge(one, keys, online)));
    }
  }
  const stored = await db.selectFrom('badge_key').select('private_key').execute();
  assert.equal(
    stored.filter(({ private_key }) => private_key !== null).length,
    1,
    'only the demonstration’s',
  );
  delete place.app.settings.badgeKey;
});

test('libraries others wrote find a badge signed, in words they know, and see it taken back; a changed one is refused', async () => {
  const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  for (const badgeKey of [undefined, JSON.stringify(p256)]) {
    if (badgeKey) place.app.settings.badgeKey = badgeKey;
    const { token, confirmation } = await aBadge();
    const keys = await keysNow();
    const found = (what: string, load: typeof read | null) =>
      verifyAsOthersDo(what, keys, { load, now: NOW });
    assert.deepEqual(await found(token, null), { signed: true, undefinedTerms: [], revoked: null });
    assert.deepEqual(await found(token, read), { signed: true, undefinedTerms: [], revoked: false });

    const [header, payload, signature] = token.split('.');
    const credential = JSON.parse(Buffer.from(payload!, 'base64url').toString());
    const withLevel = Buffer.from(JSON.stringify({ ...credential, niveau: 5 })).toString('base64url');
    const changed = await found(`${header}.${withLevel}.${signature}`, null);
    assert.equal(changed.signed, false);
    assert.match(changed.undefinedTerms.join(), /niveau/);

    await db.deleteFrom('peer_confirmation').where('id', '=', confirmation).execute();
    assert.equal((await found(token, read)).revoked, true);
  }
  delete place.app.settings.badgeKey;
});

test('outside the demonstration and without a key, no badge is signed, and the page says why', async () => {
  const { viewer, confirmation } = await withPractice();
  signedIn = viewer;
  place.app.settings.demonstration = false;
  const { html } = await visitor.get(`/badges/nouveau?pour=pratique-2.3&confirmation=${confirmation}`);
  assert.match(html, /n’a pas posé de clé/);
  await visitor.post('/badges', { pour: 'pratique-2.3', confirmation });
  assert.deepEqual(await findBadges(db, viewer), []);
  place.app.settings.demonstration = true;
});
