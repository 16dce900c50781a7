import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aColleague } from '../../test/colleagues.ts';
import { toldTo } from '../../test/told.ts';
import { testDatabase } from '../database/testing.ts';
import { erasePerson } from '../privacy/index.ts';
import { personalData } from './personal-data.store.ts';

const NOW = new Date('2026-11-30T09:00:00Z');
const db = await testDatabase();

async function twoColleagues() {
  const where = { school: '0090001A', academie: '09', now: NOW };
  const [asker, peer] = [await aColleague(db, where), await aColleague(db, where)];
  const request = {
    person_id: asker.personId,
    competence: '2.3',
    observed_on: '2026-11-20',
    occasion: 'une analyse à plusieurs',
    level_asked: 4 as const,
    email: peer.email,
    asked_at: NOW,
  };
  await db
    .insertInto('peer_confirmation')
    .values([
      { id: crypto.randomUUID(), ...request },
      {
        id: crypto.randomUUID(),
        ...request,
        peer_id: peer.personId,
        opened_at: NOW,
        answer: 'confirmed',
        answered_at: NOW,
        acts: ['un acte vu'],
        level: 4,
        word: 'un mot du pair',
      },
    ])
    .execute();
  await db
    .insertInto('portfolio_piece')
    .values({
      person_id: asker.personId,
      kind: 'module',
      piece: '1.1-x',
      competences: ['1.1'],
      epreuves: [1],
      note: 'ma note',
      attached_at: NOW,
    })
    .execute();
  await db
    .insertInto('planned_session')
    .values({
      id: crypto.randomUUID(),
      person_id: asker.personId,
      title: 'ma séance',
      aim: 'x',
      level: '3e',
      young_people: 5,
      steps: JSON.stringify([{ title: 'mon moment', minutes: 30, doing: '' }]),
      adaptations: '',
      proofs: '',
      made_at: NOW,
      changed_at: NOW,
      held_on: '2026-11-29',
      debrief: JSON.stringify([{ question: 'q', answer: 'ma réponse' }]),
    })
    .execute();
  await db
    .insertInto('declared_hours')
    .values({ person_id: asker.personId, common: 60, chosen: 3, practical: 7, declared_at: NOW })
    .execute();
  return { asker, peer };
}

test('the download holds the portfolio, the hours, and confirmations on both sides', async () => {
  const { asker, peer } = await twoColleagues();
  const told = async (viewer: typeof asker) => JSON.stringify(await toldTo(db, viewer, personalData));
  const own = await told(asker);
  for (const said of [
    'ma note',
    'ma séance',
    'mon moment',
    'ma réponse',
    '"modules_obligatoires":60',
    peer.email,
    'un mot du pair',
    'un acte vu',
  ]) {
    assert.ok(own.includes(said), said);
  }
  const theirs = await told(peer);
  assert.ok(theirs.includes('un mot du pair'));
  assert.doesNotMatch(theirs, /ma note/);
});

test('either account erased takes its confirmations along, asked, given or waiting', async () => {
  for (const who of ['asker', 'peer'] as const) {
    const pair = await twoColleagues();
    await erasePerson(db, pair[who], [personalData], NOW);
    const left = await db
      .selectFrom('peer_confirmation')
      .select('id')
      .where('person_id', '=', pair.asker.personId)
      .execute();
    assert.deepEqual(left, [], who);
  }
});
