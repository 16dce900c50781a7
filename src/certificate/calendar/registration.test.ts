import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Viewer } from '../../web/index.ts';
import { isTrainerOf, parseRegistration, stateOf, type Typed } from './registration.ts';

const typed = (change: Partial<Typed> = {}): Typed => ({
  ouverture: '2026-12-01',
  cloture: '2027-01-15',
  lieu: 'Division des examens et concours',
  lien: '',
  source: 'Note du rectorat du 20 novembre 2026',
  ...change,
});

test('dates are kept as they are written, with their source', () => {
  assert.deepEqual(parseRegistration(typed({ lien: ' https://www.ac-exemple.fr/cplds ' })), {
    entered: {
      opensOn: '2026-12-01',
      closesOn: '2027-01-15',
      place: 'Division des examens et concours',
      url: 'https://www.ac-exemple.fr/cplds',
      source: 'Note du rectorat du 20 novembre 2026',
    },
  });
});

const WRONG: [what: string, change: Partial<Typed>, field: keyof Typed][] = [
  ['a day that does not exist', { ouverture: '2026-02-30' }, 'ouverture'],
  ['a closing before the opening', { cloture: '2026-11-30' }, 'cloture'],
  ['no place', { lieu: ' ' }, 'lieu'],
  ['no source', { source: '' }, 'source'],
  ['a source too long', { source: 'a'.repeat(201) }, 'source'],
  ['a link without https', { lien: 'http://www.ac-exemple.fr' }, 'lien'],
  ['a script as a link', { lien: 'javascript:alert(1)' }, 'lien'],
  ['a link that hides another site', { lien: 'https://ac-exemple.fr@ailleurs.fr/' }, 'lien'],
];
for (const [what, change, field] of WRONG) {
  test(`${what} is said on its field`, () => {
    const read = parseRegistration(typed(change));
    assert.deepEqual('problems' in read && read.problems.map((problem) => problem.field), [field]);
  });
}

test('registrations are to come, open until the evening of the last day, then past', () => {
  const dates = { opensOn: '2026-12-01', closesOn: '2027-01-15' };
  assert.equal(stateOf(dates, '2026-11-30'), 'coming');
  assert.equal(stateOf(dates, '2026-12-01'), 'open');
  assert.equal(stateOf(dates, '2027-01-15'), 'open');
  assert.equal(stateOf(dates, '2027-01-16'), 'past');
});

test('a trainer enters dates for their own académie only', () => {
  const trainer = { memberships: [{ role: 'formateur', school: null, academie: '09' }] } as unknown as Viewer;
  assert.equal(isTrainerOf(trainer, '09'), true);
  assert.equal(isTrainerOf(trainer, '17'), false);
  const head = { memberships: [{ role: 'direction', school: '0001', academie: '09' }] } as unknown as Viewer;
  assert.equal(isTrainerOf(head, '09'), false);
});
