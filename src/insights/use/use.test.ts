import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useReport } from './use.ts';

const sectionOf = (meetings: Map<string, number>, precision: 'exact' | 'rounded') =>
  useReport(new Map(), meetings, [], '2026-11-30', precision).sections.find(
    ({ title }) => title === 'Préparer le GPDS',
  )!;

test('preparation is told by the share of short ones and the middle one, longest and shortest apart', () => {
  const section = sectionOf(
    new Map([
      ['preparation:2', 12],
      ['preparation:4', 6],
      ['preparation:40', 7],
    ]),
    'exact',
  );
  assert.deepEqual(section.rows[0]?.slice(0, 3), ['Préparées en moins de 5 minutes', 18, 25]);
  assert.match(section.note ?? '', /prêtes en 4 minutes ou moins/);
});

test('few meetings of another school are no share and have no middle; none is said to be none', () => {
  const few = sectionOf(new Map([['preparation:2', 7]]), 'rounded');
  assert.deepEqual([few.rows[0]?.[3], few.note], ['effectifs trop faibles', undefined]);
  assert.equal(sectionOf(new Map(), 'exact').rows[0]?.[3], 'personne encore');
});
