import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AbilityState, expectedScore, updateAbility } from '../../../psychometrics/index.ts';
import { loadContent } from '../../content/index.ts';
import { bankOf, beliefAtStart } from '../bank/bank.ts';
import { nextQuestion } from '../bank/next-question.ts';
import { gainOfStage, SMALLEST_GAIN } from './next-stage.ts';

const content = loadContent();
const bank = bankOf(content);
const { professions } = content;
const gain = (state: AbilityState, stage: number, seen: Iterable<string> = []) =>
  gainOfStage({ bank, professions, profession: 'cpe', state, stage, seen });

/** Belief after some stages, answered as expected. */
function after(stages: number): { state: AbilityState; seen: string[] } {
  let state = bank.prior;
  const seen: string[] = [];
  for (let stage = 1; stage <= stages; stage += 1) {
    const history = [];
    const series = { aim: { kind: 'stage', stage }, profession: 'cpe', length: 8, seed: stage } as const;
    for (;;) {
      const item = nextQuestion({ bank, professions, series, state, history, seen });
      if (!item) break;
      const score = Math.round(expectedScore(item.parameters, state.mean[item.dimension]!));
      state = updateAbility(state, item.dimension, item.parameters, score);
      history.push(item);
      seen.push(item.id);
    }
  }
  return { state, seen };
}

test('each stage teaches less than the one before', () => {
  const gains = [0, 1, 2, 6].map((stages) => {
    const { state, seen } = after(stages);
    return gain(state, Math.min(3, stages + 1), seen);
  });
  assert.ok(
    gains.every((one, index) => one > 0 && one < (gains[index - 1] ?? 1)),
    `${gains}`,
  );
  assert.ok(gains[0]! > SMALLEST_GAIN);
});

test('three stages are worth answering, a fourth right after them is not, and is again months later', () => {
  const [two, three] = [after(2), after(3)];
  assert.ok(gain(two.state, 3, two.seen) >= SMALLEST_GAIN);
  assert.ok(gain(three.state, 3, three.seen) < SMALLEST_GAIN);
  assert.ok(
    gain(beliefAtStart(three.state, bank, { months: 6, learnt: [] }), 1, three.seen) >= SMALLEST_GAIN,
  );
});

test('time passed and modules finished make a stage worth more', () => {
  const { state, seen } = after(6);
  const today = gain(state, 1, seen);
  const later = gain(beliefAtStart(state, bank, { months: 24, learnt: [] }), 1, seen);
  const learnt = gain(
    beliefAtStart(state, bank, { months: 0, learnt: ['3.1', '3.2', '2.1', '1.1'] }),
    1,
    seen,
  );
  assert.ok(later > today && learnt > today, `${today} ${later} ${learnt}`);
});

test('without any question left, a stage brings nothing', () => {
  assert.equal(
    gain(
      bank.prior,
      1,
      bank.items.map(({ id }) => id),
    ),
    0,
  );
});
