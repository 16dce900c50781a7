import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContent } from '../load.ts';
import { type Audit, accessibilityMention, auditSchema, CRITERIA, conformityOf } from './audit.ts';

const { accessibility: audit } = loadContent();

/** Ten pages, every criterion met on all of them; `change` sets some apart. */
function auditWith(change: Record<string, Partial<Audit['criteria'][number]>>): unknown {
  return {
    standard: 'RGAA 4.1.2',
    date: '2026-11-30',
    by: 'l’équipe',
    external: false,
    methods: { hand: 'à la main' },
    sample: Array.from({ length: 10 }, (_, index) => ({ id: `p${index}`, name: 'Page', path: '/' })),
    criteria: CRITERIA.map((criterion) => ({
      criterion,
      about: 'Ce qui est demandé',
      conform: 'all',
      tested: ['hand'],
      evidence: 'Vu.',
      ...change[criterion],
    })),
  };
}
const read = (change: Parameters<typeof auditWith>[0]) => auditSchema.parse(auditWith(change));

test('there are 106 criteria, from 1.1 to 13.12', () => {
  assert.deepEqual([CRITERIA.length, CRITERIA[0], CRITERIA.at(-1)], [106, '1.1', '13.12']);
});

test('one failing page makes a criterion unmet, and costs that page alone its share', () => {
  const { applicable, met, rate, pageRate, state } = conformityOf(
    read({ '1.1': { conform: ['p1'], failing: ['p0'], gap: 'Un écart.' }, '4.1': { conform: [] } }),
  );
  assert.deepEqual([applicable, met, state], [105, 104, 'partiellement conforme']);
  assert.equal(rate, 104 / 105);
  // p0 meets 104 of 105, p1 all of 105, the eight others all of 104.
  assert.ok(Math.abs(pageRate - (104 / 105 + 9) / 10) < 1e-12);
});

test('what nobody proved is not counted as met', () => {
  const unproven = { conform: [], unproven: ['p0'], gap: 'Pas écouté.' };
  assert.equal(conformityOf(read({ '7.1': unproven })).met, 105);
  const [all, most] = [
    read({}),
    read(Object.fromEntries(CRITERIA.slice(0, 54).map((one) => [one, unproven]))),
  ];
  assert.equal(accessibilityMention(all), 'Accessibilité : totalement conforme');
  assert.equal(accessibilityMention(most), 'Accessibilité : non conforme');
  assert.equal(accessibilityMention(null), 'Accessibilité : non conforme');
});

test('a page nobody knows, a gap nobody says, a criterion left out or said twice are refused', () => {
  const refused = (value: unknown) =>
    auditSchema.safeParse(value).error?.issues.map(({ message }) => message);
  assert.deepEqual(refused(auditWith({ '1.1': { conform: ['p99'] } })), ['1.1 : page p99 inconnue']);
  assert.deepEqual(refused(auditWith({ '1.1': { conform: [], failing: ['p1'] } })), ['1.1 : dites l’écart']);
  assert.deepEqual(refused(auditWith({ '1.2': { criterion: '1.1' } })), [
    'le critère 1.1 doit être là une fois',
    'le critère 1.2 doit être là une fois',
  ]);
});

test('the audit that is published says every criterion, and a gap for each it does not meet', () => {
  assert.ok(audit);
  const { applicable, met, rate } = conformityOf(audit);
  assert.ok(applicable > 50 && met <= applicable && rate > 0.5);
  const misses = audit.criteria.filter(({ failing, unproven }) => failing.length + unproven.length > 0);
  assert.equal(misses.length, applicable - met);
  assert.ok(misses.every(({ gap }) => gap));
});
