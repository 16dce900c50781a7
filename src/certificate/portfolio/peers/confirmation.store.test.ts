import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aColleague, type Colleague } from '../../../../test/colleagues.ts';
import { testDatabase } from '../../../database/testing.ts';
import {
  askConfirmation,
  confirmPractice,
  findAsked,
  findReceived,
  forgetUnopened,
  MOST_A_DAY,
  noteOpened,
  stepBack,
  withdrawRequest,
} from './confirmation.store.ts';

const NOW = new Date('2026-11-30T09:00:00Z');
const db = await testDatabase();

const inSchool = (school: string, academie = '09') => aColleague(db, { school, academie, now: NOW });

async function asks(asker: Colleague, email: string, levelAsked: 4 | 5 | null = 4): Promise<string> {
  const request = { competence: '2.3', observedOn: '2026-11-20', occasion: 'une analyse', levelAsked, email };
  const outcome = await askConfirmation(db, asker, request, NOW);
  assert.ok(typeof outcome === 'object');
  return outcome.id;
}

async function confirms(peer: Colleague, id: string): Promise<boolean> {
  await noteOpened(db, peer, [id], NOW);
  const answer = { acts: ['Fait venir les faits d’abord'], level: 4, word: 'J’ai vu' } as const;
  return confirmPractice(db, peer, id, { ...answer, acts: [...answer.acts] }, NOW);
}

test('a request is seen by that colleague alone, of the same school or of the same académie', async () => {
  const [asker, same, near, far] = [
    await inSchool('0090001A'),
    await inSchool('0090001A'),
    await inSchool('0090002B'),
    await inSchool('0170001C', '17'),
  ];
  for (const peer of [same, near, far]) await asks(asker, peer.email);
  assert.equal((await findReceived(db, same)).length, 1);
  assert.equal((await findReceived(db, near)).length, 1);
  assert.equal((await findReceived(db, far)).length, 0, 'from another académie, nothing shows');
  const [seen] = await findReceived(db, same);
  assert.deepEqual(Object.keys(seen!).sort(), [
    'acts',
    'answer',
    'answeredAt',
    'asker',
    'competence',
    'id',
    'level',
    'levelAsked',
    'observedOn',
    'occasion',
    'word',
  ]);
});

test('what is confirmed carries the name of the peer, once, and both can take it back', async () => {
  const [asker, peer] = [await inSchool('0090003D'), await inSchool('0090003D')];
  const id = await asks(asker, peer.email);
  assert.equal(await confirms(peer, id), true);
  assert.equal(await confirms(peer, id), false, 'only once');
  const [asked] = await findAsked(db, asker);
  assert.deepEqual([asked?.answer, asked?.peer, asked?.level], ['confirmed', 'Personne Essai', 4]);
  assert.equal(await stepBack(db, peer, id, NOW), true);
  const [after] = await findAsked(db, asker);
  assert.deepEqual([after?.answer, after?.peer, after?.level, after?.word], ['withdrawn', null, null, null]);
  assert.equal(await withdrawRequest(db, peer, id, NOW), false, 'a peer does not remove the request itself');
  assert.equal(await withdrawRequest(db, asker, id, NOW), true);
  assert.deepEqual(await findAsked(db, asker), []);
});

test('nobody confirms what was asked of somebody else, nor their own practice', async () => {
  const [asker, peer, other] = [
    await inSchool('0090004E'),
    await inSchool('0090004E'),
    await inSchool('0090004E'),
  ];
  const id = await asks(asker, peer.email);
  assert.equal(await confirmPractice(db, other, id, { acts: ['x'], level: null, word: null }, NOW), false);
  assert.equal(await stepBack(db, other, id, NOW), false);
  const request = { competence: '2.3', observedOn: '2026-11-20', occasion: 'x', levelAsked: null };
  assert.equal(await askConfirmation(db, asker, { ...request, email: asker.email }, NOW), 'own-address');
  await assert.rejects(
    db.updateTable('peer_confirmation').set({ peer_id: asker.personId, opened_at: NOW }).execute(),
    /peer_confirmation/,
    'the database refuses it too',
  );
});

test('no level above what was asked, nor one without an act seen, is kept by the database', async () => {
  const [asker, peer] = [await inSchool('0090005F'), await inSchool('0090005F')];
  const id = await asks(asker, peer.email, 4);
  await noteOpened(db, peer, [id], NOW);
  await assert.rejects(confirmPractice(db, peer, id, { acts: ['x'], level: 5, word: null }, NOW), /check/);
  await assert.rejects(confirmPractice(db, peer, id, { acts: [], level: 4, word: null }, NOW), /check/);
});

test('requests of a day are counted, and one nobody opens is forgotten after two months', async () => {
  const asker = await inSchool('0090006G');
  for (let sent = 0; sent < MOST_A_DAY; sent += 1) await asks(asker, `inconnue${sent}@example.fr`);
  const request = { competence: '2.3', observedOn: '2026-11-20', occasion: 'x', levelAsked: null };
  const one = { ...request, email: 'encore@example.fr' };
  assert.equal(await askConfirmation(db, asker, one, NOW), 'too-many');
  await forgetUnopened(db, new Date(NOW.getTime() + 59 * 86_400_000));
  assert.equal((await findAsked(db, asker)).length, MOST_A_DAY);
  await forgetUnopened(db, new Date(NOW.getTime() + 61 * 86_400_000));
  assert.equal((await findAsked(db, asker)).length, 0);
});

test('a confirmation goes with the account of the peer who gave it', async () => {
  const [asker, peer] = [await inSchool('0090007H'), await inSchool('0090007H')];
  const id = await asks(asker, peer.email);
  await confirms(peer, id);
  await db.deleteFrom('person').where('id', '=', peer.personId).execute();
  assert.deepEqual(await findAsked(db, asker), []);
});
