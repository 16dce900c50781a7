import assert from 'node:assert/strict';
import { test } from 'node:test';
import { priorState } from '../ability/state.ts';
import type { BankItem } from './bank-item.ts';
import { type Blueprint, stageBlueprint } from './blueprint.ts';
import { chooseNext, chooseWithReason } from './choose-next.ts';

const structure = { domains: [[0, 1], [2], [3]] };
const state = priorState(structure);
const blueprint = stageBlueprint({ structure, core: [], stage: 1 });

const question = (id: string, dimension: number, more: Partial<BankItem> = {}): BankItem => ({
  id,
  dimension,
  format: 'single-choice',
  caseId: null,
  parameters: { model: 'choice', discrimination: 1, difficulty: 0, guessing: 0 },
  seconds: 60,
  caseSeconds: 0,
  calibrated: true,
  ...more,
});
const ordered = { model: 'graded', discrimination: 0.8, steps: [-0.5, 0.5] } as const;
const graded = { parameters: { ...ordered, steps: [...ordered.steps] } };

/** What is served, one after the other, with the reason of each choice. */
function served(
  bank: readonly BankItem[],
  seed: number,
  rules: Blueprint = blueprint,
  excluded = new Set<string>(),
) {
  const history: BankItem[] = [];
  const reasons: string[] = [];
  while (history.length <= rules.length) {
    const choice = chooseWithReason({ state, bank, blueprint: rules, history, excluded, seed });
    assert.equal(
      chooseNext({ state, bank, blueprint: rules, history, excluded, seed }),
      choice?.item ?? null,
    );
    if (!choice) break;
    history.push(choice.item);
    reasons.push(choice.reason);
  }
  return { history, ids: history.map(({ id }) => id), reasons };
}
const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);

test('nothing to ask is asked; a single question is, and then the series is over', () => {
  for (const seed of SEEDS) {
    assert.deepEqual(served([], seed).ids, []);
    assert.deepEqual(served([question('only', 2)], seed).ids, ['only']);
    assert.deepEqual(served([question('only', 2)], seed, blueprint, new Set(['only'])).ids, []);
    const one = { ...blueprint, length: 1 };
    assert.equal(served([question('a', 0), question('b', 1)], seed, one).ids.length, 1);
  }
});

test('a case is served in a row in the order of its ids, one question a competence, each saying that it goes on', () => {
  const members = [
    question('k3', 0, { caseId: 'k', caseSeconds: 30 }),
    question('k1', 2, { caseId: 'k', caseSeconds: 30 }),
    question('k2', 3, { caseId: 'k', caseSeconds: 30 }),
    question('k4', 3, { caseId: 'k', caseSeconds: 30 }),
  ];
  for (const seed of SEEDS) {
    const { ids, reasons } = served(members, seed);
    // Of the two on competence 3 one comes along, and the case does not come back for the other.
    assert.ok(['k1,k2,k3', 'k1,k3,k4'].includes(ids.join()), ids.join());
    assert.deepEqual(reasons.slice(1), ['case-continues', 'case-continues']);
  }
  assert.equal(
    new Set(SEEDS.map((seed) => served(members, seed).ids.slice(0, 3).join())).size,
    2,
    'each has its turn',
  );
});

test('the companions of a case come along unless the blueprint says no; alone, a competence of weight 0 is not drawn', () => {
  const rules = stageBlueprint({ structure, core: [0, 2, 3], stage: 1 });
  assert.equal(rules.weights[1], 0);
  const bank = [
    question('c1', 0, { caseId: 'c' }),
    question('c2', 1, { caseId: 'c' }),
    question('alone', 1),
    question('d', 1, { caseId: 'other' }),
  ];
  for (const seed of SEEDS) {
    assert.deepEqual(served(bank, seed, rules).ids, ['c1', 'c2']);
    assert.deepEqual(served(bank, seed, { ...rules, caseCompanions: false }).ids, ['c1']);
  }
});

test('every domain has come by the sixth of eight questions, though another tells much more', () => {
  const bank = [
    ...Array.from({ length: 8 }, (_, k) =>
      question(`rich${k}`, k % 2, {
        parameters: { model: 'choice', discrimination: 4, difficulty: 0, guessing: 0 },
      }),
    ),
    ...[0, 1, 2].flatMap((k) => [
      question(`poor${k}`, 2, { seconds: 600 }),
      question(`far${k}`, 3, { seconds: 600 }),
    ]),
  ];
  for (const seed of SEEDS) {
    const { history, reasons } = served(bank, seed);
    assert.equal(history.length, 8);
    const first = history.slice(0, 6).map(({ dimension }) => dimension);
    assert.ok(first.includes(2) && first.includes(3) && first.some((d) => d < 2), first.join());
    // Never three on one competence while there is another choice within the rules: 4 competences × 2.
    for (const d of [0, 1, 2, 3]) {
      assert.equal(
        history.filter(({ dimension }) => dimension === d).length <= blueprint.maximumPerCompetence,
        true,
      );
    }
    assert.ok(!reasons.includes('nothing-else-left'));
  }
});

test('a quota holds as long as anything else is left, and is let go rather than end a series early', () => {
  const rules = { ...blueprint, everyDomain: false, formatQuotas: { orderedCredits: 0.25, byFormat: {} } };
  const bank = [
    ...[0, 1, 2, 3].flatMap((d) => [question(`g${d}`, d, graded), question(`h${d}`, d, graded)]),
    question('plain0', 0),
    question('plain2', 2),
  ];
  for (const seed of SEEDS) {
    const { history, reasons } = served(bank, seed, rules);
    assert.equal(history.length, 8);
    const isOrdered = history.map(({ parameters }) => parameters.model === 'graded');
    // Two ordered ones and both plain ones come within the rules, whatever their order; then quotas are let go.
    assert.equal(isOrdered.slice(0, 4).filter(Boolean).length, 2);
    assert.deepEqual(reasons.slice(4), new Array(4).fill('nothing-else-left'));
    assert.ok(reasons.slice(0, 4).every((reason) => reason !== 'nothing-else-left'));
  }
  const named = { ...rules, formatQuotas: { orderedCredits: 1, byFormat: { judgement: 0.1 } } };
  const judgements = bank.map((item) => ({
    ...item,
    format: item.id.startsWith('g') ? 'judgement' : item.format,
  }));
  for (const seed of SEEDS) {
    const { history, reasons } = served(judgements, seed, named);
    const within = history.filter((_, place) => reasons[place] !== 'nothing-else-left');
    assert.equal(within.filter(({ format }) => format === 'judgement').length, 1, 'room for at least one');
    assert.equal(within.length, 7);
  }
});

test('the spread over competences goes last: quotas are given up before it', () => {
  const rules = { ...blueprint, everyDomain: false, formatQuotas: { orderedCredits: 0.1, byFormat: {} } };
  const per = rules.maximumPerCompetence;
  const bank = [
    ...Array.from({ length: per + 2 }, (_, k) => question(`same${k}`, 0)),
    question('g1', 2, graded),
    question('g2', 3, graded),
  ];
  for (const seed of SEEDS) {
    const { ids, reasons } = served(bank, seed, rules);
    assert.equal(ids.length, Math.min(8, per + 4));
    // Both ordered ones (one beyond the quota) have come before a question too many on one competence.
    const tooMany = ids.filter((id) => id.startsWith('same'))[per]!;
    assert.ok(
      ids.indexOf('g1') < ids.indexOf(tooMany) && ids.indexOf('g2') < ids.indexOf(tooMany),
      ids.join(),
    );
    assert.equal(reasons[ids.indexOf(tooMany)], 'nothing-else-left');
  }
});

test('with many unknown questions the slot in eight goes to one of them, once, and says so', () => {
  const bank = Array.from({ length: 32 }, (_, k) => question(`q${k}`, k % 4, { calibrated: k % 2 === 0 }));
  const places = new Set<number>();
  for (let seed = 0; seed < 40; seed += 1) {
    const { history, reasons } = served(bank, seed, { ...blueprint, everyDomain: false });
    const slots = reasons.flatMap((reason, place) => (reason === 'least-known' ? [place] : []));
    assert.equal(slots.length, 1);
    assert.equal(history[slots[0]!]!.calibrated, false);
    places.add(slots[0]!);
  }
  assert.ok(places.size > 5);
});
