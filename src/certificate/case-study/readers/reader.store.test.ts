import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aColleague, type Colleague } from '../../../../test/colleagues.ts';
import { smallDossier } from '../../../../test/dossier.ts';
import { testDatabase } from '../../../database/testing.ts';
import { removeCaseStudy, startCaseStudy, write } from '../case-study.store.ts';
import {
  askReader,
  decline,
  findReaders,
  findShown,
  forgetUnopened,
  keepReading,
  MOST_A_DAY,
  noteOpened,
  withdrawReader,
} from './reader.store.ts';

const NOW = new Date('2026-11-23T09:00:00Z');
const db = await testDatabase();
const here = { school: '0090001A', academie: '09', now: NOW };

async function finished(author: Colleague): Promise<string> {
  const id = await startCaseStudy(db, author, smallDossier(), 'screen', NOW);
  const written = { diagnosis: 'Mon texte.', proposals: 'Mes idées.', revision: 0 };
  await write(db, author, id, { written, act: 'finish' }, NOW);
  return id;
}

async function shown() {
  const [author, reader] = [await aColleague(db, here), await aColleague(db, here)];
  const id = await finished(author);
  const asked = await askReader(db, author, id, reader.email, NOW);
  assert.ok(typeof asked === 'object');
  return { author, reader, study: id, reading: asked.id };
}

test('a colleague of the same school sees the text and nothing of the grid of its author', async () => {
  const { author, reader, reading } = await shown();
  const [one] = await findShown(db, reader);
  assert.equal(one?.id, reading);
  assert.equal(one?.owner, author.name);
  assert.equal(one?.study.diagnosis, 'Mon texte.');
  assert.deepEqual(one?.marks, {});
});

test('a colleague of another school of the académie sees it; one of another académie does not', async () => {
  const author = await aColleague(db, here);
  const near = await aColleague(db, { ...here, school: '0090002B' });
  const far = await aColleague(db, { school: '0170001C', academie: '17', now: NOW });
  const id = await finished(author);
  for (const { email } of [near, far]) await askReader(db, author, id, email, NOW);
  assert.equal((await findShown(db, near)).length, 1);
  assert.deepEqual(await findShown(db, far), []);
});

test('the reading reaches the author, may be taken up again, and is taken back with a refusal', async () => {
  const { author, reader, study, reading } = await shown();
  await noteOpened(db, reader, reading, NOW);
  assert.equal((await findReaders(db, author, study))[0]?.opened, true);
  await keepReading(db, reader, reading, { marks: { g1: 'partly' }, word: 'Un mot.' }, NOW);
  await keepReading(db, reader, reading, { marks: { g1: 'full' }, word: null }, NOW);
  assert.deepEqual((await findReaders(db, author, study))[0]?.marks, { g1: 'full' });
  assert.equal(await decline(db, reader, reading, NOW), true);
  const [after] = await findReaders(db, author, study);
  assert.deepEqual([after?.declined, after?.marks, after?.word], [true, null, null]);
  assert.deepEqual(await findShown(db, reader), []);
  assert.equal(await keepReading(db, reader, reading, { marks: {}, word: null }, NOW), false);
});

test('withdrawn, it is seen no more, and what was read goes with it', async () => {
  const { author, reader, study, reading } = await shown();
  await keepReading(db, reader, reading, { marks: { g1: 'full' }, word: null }, NOW);
  assert.equal(await withdrawReader(db, reader, reading, NOW), false, 'only its author withdraws it');
  assert.equal(await withdrawReader(db, author, reading, NOW), true);
  assert.deepEqual(await findShown(db, reader), []);
  assert.deepEqual(await findReaders(db, author, study), []);
});

test('a study removed is shown to nobody', async () => {
  const { author, reader, study } = await shown();
  await removeCaseStudy(db, author, study, NOW);
  assert.deepEqual(await findShown(db, reader), []);
});

test('one shows what is one’s own and finished, not to oneself, not twice, and five times a day at most', async () => {
  const { author, reader, study } = await shown();
  assert.equal(await askReader(db, author, study, author.email, NOW), 'own-address');
  assert.equal(await askReader(db, author, study, reader.email, NOW), 'already');
  assert.equal(await askReader(db, reader, study, 'x@example.fr', NOW), 'absent');
  const open = await startCaseStudy(db, author, smallDossier(), 'screen', NOW);
  assert.equal(await askReader(db, author, open, reader.email, NOW), 'absent');
  for (let count = 1; count < MOST_A_DAY; count += 1) {
    assert.ok(typeof (await askReader(db, author, study, `autre${count}@example.fr`, NOW)) === 'object');
  }
  assert.equal(await askReader(db, author, study, 'encore@example.fr', NOW), 'too-many');
});

test('an address nobody opened from is forgotten after sixty days', async () => {
  const { author, study, reading, reader } = await shown();
  const after = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
  await forgetUnopened(db, after(59));
  assert.equal((await findReaders(db, author, study)).length, 1);
  await noteOpened(db, reader, reading, after(59));
  await askReader(db, author, study, 'jamais@example.fr', NOW);
  await forgetUnopened(db, after(61));
  assert.deepEqual(
    (await findReaders(db, author, study)).map(({ email }) => email),
    [reader.email],
  );
});
