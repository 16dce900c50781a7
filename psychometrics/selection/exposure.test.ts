import assert from 'node:assert/strict';
import { test } from 'node:test';
import { priorState } from '../ability/state.ts';
import type { BankItem } from './bank-item.ts';
import { stageBlueprint } from './blueprint.ts';
import { draw, drawLeastKnown, isExplorationSlot, openTo } from './exposure.ts';
import { type Turn, turnOf, type Unit } from './units.ts';

const structure = { domains: [[0]] };
const state = priorState(structure);
const blueprint = stageBlueprint({ structure, core: [], stage: 1, length: 40 });

const question = (id: string, caseId: string | null = null, calibrated = true): BankItem => ({
  id,
  dimension: 0,
  format: 'single-choice',
  caseId,
  parameters: { model: 'choice', discrimination: 1, difficulty: 0, guessing: 0 },
  seconds: 60,
  caseSeconds: 0,
  calibrated,
});
const turn = (seed: number, history: readonly BankItem[] = []): Turn =>
  turnOf({ state, bank: [], blueprint, history, excluded: new Set(), seed });
const unit = (name: string, ...calibrated: boolean[]): Unit => ({
  name,
  items: calibrated.map((value, k) => question(`${name}-${k}`, null, value)),
  seconds: 60,
});
const alone = (count: number) => Array.from({ length: count }, (_, k) => question(`q${k}`));
/** How often something happens over seeds. */
const share = (seeds: number, happens: (seed: number) => boolean) =>
  Array.from({ length: seeds }, (_, seed) => happens(seed)).filter(Boolean).length / seeds;

test('one place in each run of eight is for the least known, and every place has its turn', () => {
  const places = [new Set<number>(), new Set<number>(), new Set<number>()];
  for (let seed = 0; seed < 120; seed += 1) {
    const found = Array.from({ length: 24 }, (_, place) => place).filter((place) =>
      isExplorationSlot(turn(seed, alone(place))),
    );
    assert.deepEqual(
      found.map((place) => Math.floor(place / 8)),
      [0, 1, 2],
    );
    for (const [run, place] of found.entries()) places[run]!.add(place % 8);
  }
  assert.deepEqual(
    places.map(({ size }) => size),
    [8, 8, 8],
  );
});

test('a case under way at that place goes on: the slot comes right after it', () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const slot = Array.from({ length: 8 }, (_, place) => place).find((place) =>
      isExplorationSlot(turn(seed, alone(place))),
    )!;
    if (slot === 0) continue;
    // The question before the slot begins a case of three: two more are served at the slot and after it.
    const during = [...alone(slot - 1), ...['a', 'b', 'c'].map((id) => question(id, 'case'))];
    const after = [...during, question('z')];
    if (during.length < 8) assert.equal(isExplorationSlot(turn(seed, during)), true);
    if (after.length < 8) assert.equal(isExplorationSlot(turn(seed, after)), false);
    // A case that begins at the slot itself has used it.
    const begun = [...alone(slot), question('a', 'case'), question('b', 'case')];
    if (begun.length < 8) assert.equal(isExplorationSlot(turn(seed, begun)), false);
    // So has another case right after one, and a question alone.
    const other = [...alone(slot - 1), question('a', 'first'), question('b', 'second')];
    if (other.length < 8) assert.equal(isExplorationSlot(turn(seed, other)), false);
  }
});

test('a third of the bank is open to a series, the same all along; of few candidates, six on average', () => {
  const names = Array.from({ length: 400 }, (_, k) => `q${k}`);
  const candidates = (singles: number, cases: number) => ({
    alone: [alone(singles)],
    cases: new Map(Array.from({ length: cases }, (_, k) => [`c${k}`, [question(`m${k}`)]])),
  });
  const open = (seed: number, singles: number, cases: number) => {
    const isOpen = openTo(turn(seed, alone(seed % 5)), candidates(singles, cases));
    return names.filter(isOpen);
  };
  const mean = (singles: number, cases: number) =>
    Array.from({ length: 40 }, (_, seed) => open(seed, singles, cases).length / 400).reduce((a, b) => a + b) /
    40;
  assert.ok(Math.abs(mean(300, 100) - 0.35) < 0.015);
  assert.ok(Math.abs(mean(8, 4) - 0.5) < 0.015);
  assert.ok(Math.abs(mean(12, 0) - 0.5) < 0.015);
  assert.equal(mean(6, 0), 1);
  assert.equal(mean(2, 2), 1);
  assert.deepEqual(
    openTo(turn(3), candidates(300, 0))('q7'),
    openTo(turn(3, alone(9)), candidates(300, 0))('q7'),
  );
  assert.notDeepEqual(open(1, 300, 0), open(2, 300, 0));
});

test('units are drawn in proportion to their weights', () => {
  const units = [unit('one', true), unit('two', true), unit('three', true)];
  const weights: Record<string, number> = { one: 1, two: 2, three: 5 };
  const drawn = (name: string) =>
    share(
      4000,
      (seed) => draw(turn(seed), units, (drawnUnit) => Math.log(weights[drawnUnit.name]!)).name === name,
    );
  assert.ok(Math.abs(drawn('one') - 1 / 8) < 0.02);
  assert.ok(Math.abs(drawn('three') - 5 / 8) < 0.025);
});

test('a ceiling spares weighing and changes no draw; each place in the series has its own chance', () => {
  const units = Array.from({ length: 60 }, (_, k) => unit(`u${k}`, true));
  const weight = ({ name }: Unit) => 8 * Math.log(1 + (Number(name.slice(1)) % 7));
  let weighed = 0;
  const firsts = new Set<string>();
  for (let seed = 0; seed < 200; seed += 1) {
    const plain = draw(turn(seed), units, weight);
    const spared = draw(
      turn(seed),
      units,
      (one) => {
        weighed += 1;
        return weight(one);
      },
      (one) => weight(one) + 0.3,
    );
    assert.equal(spared, plain);
    // A ceiling that is the weight itself, less what rounding may take, is still one.
    assert.equal(
      draw(turn(seed), units, weight, (one) => weight(one) - 1e-9),
      plain,
    );
    assert.equal(draw(turn(seed), units.toReversed(), weight), plain);
    firsts.add(`${plain.name} ${draw(turn(seed, alone(1)), units, weight).name}`);
  }
  assert.ok(weighed < 200 * 20, `${weighed} of 12,000 weighed`);
  assert.ok(firsts.size > 60);
});

test('while ten or more are unknown the slot always goes to one of them, evenly by question', () => {
  const units = [
    ...Array.from({ length: 9 }, (_, k) => unit(`u${k}`, false)),
    unit('case', false, true, false, false),
    unit('known', true),
  ];
  const drawn = Array.from({ length: 3000 }, (_, seed) => drawLeastKnown(turn(seed), units)?.name);
  assert.ok(drawn.every((name) => name !== undefined && name !== 'known'));
  const ofCase = drawn.filter((name) => name === 'case').length / 3000;
  assert.ok(Math.abs(ofCase - 3 / 12) < 0.025, `${ofCase}`);
});

test('with fewer unknown the slot is used in proportion, and with none for any question', () => {
  const few = [unit('a', false), unit('b', true, false), unit('c', true), unit('d', true)];
  const used = share(3000, (seed) => drawLeastKnown(turn(seed), few) !== null);
  assert.ok(Math.abs(used - 0.2) < 0.025, `${used}`);
  const none = [unit('a', true), unit('b', true, true, true)];
  assert.equal(
    share(500, (seed) => drawLeastKnown(turn(seed), none) !== null),
    1,
  );
  const larger = share(3000, (seed) => drawLeastKnown(turn(seed), none)?.name === 'b');
  assert.ok(Math.abs(larger - 0.75) < 0.025, `${larger}`);
});
