import assert from 'node:assert/strict';
import { test } from 'node:test';
import { someone } from '../../../test/someone.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Membership, Viewer } from '../../web/index.ts';
import { recordGate } from '../gate/gate.store.ts';
import { chooseSignals, findRatings, findWatched } from '../signals/signals.store.ts';
import { findFollowUps, offerCodes, openFile, openFollowUp } from '../situations/follow-up.store.ts';
import { isOffered } from './counts.ts';
import { keepRegister } from './register.store.ts';
import type { RegisterLine } from './register.ts';

const NOW = new Date('2026-11-30T08:00:00Z');
const HERE = '0000101X';
const ELSEWHERE = '0000202Y';
const real = { now: NOW, fictitious: false };
const db = await testDatabase();

await db.insertInto('academie').values({ code: '09', name: 'Lille' }).execute();
for (const uai of [HERE, ELSEWHERE]) {
  await db
    .insertInto('school')
    .values({ uai, name: uai, kind: 'college', city: 'X', academie: '09', search_text: uai })
    .execute();
}

async function inSchool(role: Membership['role'], school: string): Promise<Viewer> {
  const viewer = await someone(db, 'cpe', NOW);
  return { ...viewer, memberships: [{ role, school, academie: null }] };
}

const referent = await inSchool('referent', HERE);
const stranger = await inSchool('referent', ELSEWHERE);
const GATE = {
  controller: 'Collège',
  legalBasis: 'Mission d’intérêt public',
  impactAssessment: 'v1',
  officerOpinion: 'favorable',
  hosting: 'France',
  retention: 'un an',
};
for (const school of [HERE, ELSEWHERE])
  await recordGate(db, await inSchool('direction', school), school, GATE, NOW);

async function opened(viewer = referent, school = HERE) {
  const opening = await openFollowUp(
    db,
    viewer,
    school,
    { level: '4e', ageBand: 'under-16', informedOn: null },
    real,
  );
  assert.ok('code' in opening);
  const file = await openFile(db, viewer, opening.code, NOW);
  return file!;
}

const line = (code: string, counts: Partial<RegisterLine>): RegisterLine => ({
  code,
  opens: null,
  absences: null,
  injustifiees: null,
  sanctions: null,
  exclusions: null,
  ...counts,
});
const register = (...lines: RegisterLine[]) => ({ observedOn: '2026-11-27', due: 36, lines });

test('counts are written as imported ratings of signals watched from then on; what is absent is not watched', async () => {
  const file = await opened();
  const counts = { absences: 8, injustifiees: 5, sanctions: 0 };
  assert.deepEqual(await keepRegister(db, referent, HERE, register(line(file.code, counts)), real), {
    rated: 1,
    opened: 0,
  });
  assert.deepEqual(await findWatched(db, file), ['S01', 'S02']);
  assert.deepEqual(
    (await findRatings(db, file))
      .map(({ signal, level, on, imported }) => [signal, level, on, imported])
      .toSorted(),
    [
      ['S01', 3, '2026-11-27', true],
      ['S02', 2, '2026-11-27', true],
    ],
  );
  await keepRegister(db, referent, HERE, register(line(file.code, { injustifiees: 0 })), real);
  const latest = (await findRatings(db, file)).find(({ signal }) => signal === 'S02');
  assert.equal(
    latest?.level,
    0,
    'a signal already watched is rated when it is gone; the last word of a day counts',
  );
});

test('where five signals are already watched, a count is rated without taking anybody’s place', async () => {
  const file = await opened();
  const five = ['S03', 'S04', 'S05', 'S06', 'S07'];
  await chooseSignals(db, referent, file, five, NOW);
  await keepRegister(db, referent, HERE, register(line(file.code, { absences: 20 })), real);
  assert.deepEqual(await findWatched(db, file), five);
  assert.deepEqual(
    (await findRatings(db, file)).map(({ signal, level }) => [signal, level]),
    [['S01', 3]],
  );
});

test('a new line opens a follow-up under the code proposed; one taken meanwhile undoes the whole register', async () => {
  const [free, other] = await offerCodes(db, 2, isOffered);
  const opens = { level: '3e', ageBand: '16-17' } as const;
  assert.deepEqual(
    await keepRegister(db, referent, HERE, register(line(free!, { opens, injustifiees: 12 })), real),
    { rated: 1, opened: 1 },
  );
  const file = await openFile(db, referent, free!, NOW);
  assert.deepEqual([file?.level, file?.ageBand, file?.school], ['3e', '16-17', HERE]);
  const before = (await findFollowUps(db, referent, { closed: false }, NOW)).length;
  assert.deepEqual(
    await keepRegister(db, referent, HERE, register(line(other!, { opens }), line(free!, { opens })), real),
    { code: free, why: 'taken' },
  );
  assert.equal((await findFollowUps(db, referent, { closed: false }, NOW)).length, before);
  assert.equal(await openFile(db, referent, other!, NOW), undefined);
});

test('a code of another school, or of nobody, undoes the whole register; only whoever runs the GPDS writes one', async () => {
  const [mine, theirs] = [await opened(), await opened(stranger, ELSEWHERE)];
  for (const foreign of [theirs.code, 'ZZ-999']) {
    const kept = await keepRegister(
      db,
      referent,
      HERE,
      register(line(mine.code, { absences: 9 }), line(foreign, { absences: 9 })),
      real,
    );
    assert.deepEqual(kept, { code: foreign, why: 'absent' });
  }
  assert.deepEqual(await findRatings(db, mine), []);
  const colleague = await inSchool('agent', HERE);
  assert.deepEqual(
    await keepRegister(db, colleague, HERE, register(line(mine.code, { absences: 9 })), real),
    {
      code: mine.code,
      why: 'absent',
    },
  );
});

test('codes are proposed only when free, and each only once', async () => {
  const file = await opened();
  const codes = await offerCodes(db, 40, isOffered);
  assert.equal(new Set(codes).size, 40);
  assert.ok(codes.every(isOffered) && !codes.includes(file.code));
});
