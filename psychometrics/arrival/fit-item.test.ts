import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choleskyFactor, inverse } from '../linear-algebra/positive-definite.ts';
import { type ItemParameters, maximumScore } from '../models/item-parameters.ts';
import { categoryProbabilities } from '../models/response.ts';
import { createRandom } from '../random.ts';
import { fitItem, type ItemObservations } from './fit-item.ts';
import { expertBelief, type ItemBelief } from './item-belief.ts';
import { difficultyOf, positionsOf, withPositions } from './item-positions.ts';

const EXPERTS: ItemParameters[] = [
  { model: 'choice', discrimination: 0.75, difficulty: 0.2, guessing: 0.25 },
  { model: 'graded', discrimination: 0.53, steps: [-0.7, 0.1, 0.8] },
  { model: 'graded-response', discrimination: 0.53, thresholds: [-0.7, 0.9] },
];

/** Answers of people known more or less, drawn from a question somewhat harder and steeper than experts say. */
function observed(item: ItemParameters, count: number): ItemObservations {
  const random = createRandom('fit', item.model, count);
  const actual = withPositions(
    { ...item, discrimination: 1.5 * item.discrimination },
    positionsOf(item).map((position) => position + 0.6),
  );
  const observations: ItemObservations = { scores: [], means: [], sds: [] };
  for (let person = 0; person < count; person += 1) {
    const mean = 1.2 * random.normal();
    const sd = 0.3 + 0.5 * random.uniform();
    const probabilities = categoryProbabilities(actual, mean + sd * random.normal());
    let luck = random.uniform();
    let score = 0;
    while (score < maximumScore(item) && luck >= probabilities[score]!) {
      luck -= probabilities[score]!;
      score += 1;
    }
    observations.scores.push(score);
    observations.means.push(mean);
    observations.sds.push(sd);
  }
  return observations;
}

/** ln of the posterior density of (positions, ln a), from the words of fitItem: a plain sum over 25 abilities. */
function logPosterior(
  expert: ItemParameters,
  { scores, means, sds }: ItemObservations,
  at: readonly number[],
) {
  const positions = at.slice(0, -1);
  const item = withPositions({ ...expert, discrimination: Math.exp(at.at(-1)!) }, positions);
  let sum = 0;
  scores.forEach((score, person) => {
    let mass = 0;
    for (let z = -6; z <= 6; z += 0.5) {
      const density = (0.5 * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
      mass += density * categoryProbabilities(item, means[person]! + z * sds[person]!)[score]!;
    }
    sum += Math.log(mass);
  });
  const before = positionsOf(expert);
  const moves = positions.map((position, k) => position - before[k]!);
  const shift = moves.reduce((total, move) => total + move, 0) / moves.length;
  sum -= 0.5 * (shift / 0.8) ** 2;
  for (const move of moves) sum -= 0.5 * ((move - shift) / 0.3) ** 2;
  return sum - 0.5 * ((at.at(-1)! - Math.log(expert.discrimination)) / 0.35) ** 2;
}

const vectorOf = (item: ItemParameters) => [...positionsOf(item), Math.log(item.discrimination)];
const shiftedAt = (at: readonly number[], parts: readonly number[], by: number) =>
  at.map((value, k) => (parts.includes(k) ? value + by : value));

test('from 200 answers on, the parameters found are where the posterior is highest, whatever the model', () => {
  for (const expert of EXPERTS) {
    const observations = observed(expert, 205);
    const { parameters, answers } = fitItem(expertBelief(0, expert), observations);
    assert.equal(answers, 205);
    const start = expertBelief(0, expert).expert;
    const at = vectorOf(parameters);
    for (const part of at.keys()) {
      const [up, down] = [1e-4, -1e-4].map((by) =>
        logPosterior(start, observations, shiftedAt(at, [part], by)),
      );
      assert.ok(
        Math.abs((up! - down!) / 2e-4) < 0.02,
        `${expert.model}, part ${part}: ${(up! - down!) / 2e-4}`,
      );
    }
    assert.ok(difficultyOf(parameters) > difficultyOf(expert) + 0.2);
    assert.ok(parameters.discrimination > 1.1 * start.discrimination);
  }
});

test('below 200 answers only the difficulty moves, to where the posterior is highest along it', () => {
  for (const expert of EXPERTS) {
    const observations = observed(expert, 199);
    const belief = expertBelief(0, expert);
    const { parameters } = fitItem(belief, observations);
    const at = vectorOf(parameters);
    const places = positionsOf(expert).map((_, k) => k);
    const [up, down] = [1e-4, -1e-4].map((by) =>
      logPosterior(belief.expert, observations, shiftedAt(at, places, by)),
    );
    assert.ok(Math.abs((up! - down!) / 2e-4) < 0.02, `${expert.model}: ${(up! - down!) / 2e-4}`);
    assert.equal(parameters.discrimination, belief.expert.discrimination);
    const moves = positionsOf(parameters).map((position, k) => position - positionsOf(expert)[k]!);
    for (const move of moves) assert.ok(Math.abs(move - moves[0]!) < 1e-9 && move > 0.1);
  }
});

/** Minus the second derivatives of the log-posterior by finite differences, inverted. */
function plainCovariance(expert: ItemParameters, observations: ItemObservations, at: readonly number[]) {
  const size = at.length;
  const step = 0.02;
  const cells = Array.from({ length: size * size }, (_, cell) => {
    const [a, b] = [Math.floor(cell / size), cell % size];
    const value = (byA: number, byB: number) =>
      logPosterior(expert, observations, shiftedAt(shiftedAt(at, [a], byA), [b], byB));
    const crossed = value(step, step) - value(step, -step) - value(-step, step) + value(-step, -step);
    return -crossed / (4 * step * step);
  });
  return inverse(choleskyFactor(cells, size)!, size);
}

test('its certainty is that of the curvature there: of the difficulty, of ln a, and of both together', () => {
  for (const expert of EXPERTS) {
    const observations = observed(expert, 220);
    const found = fitItem(expertBelief(0, expert), observations);
    const at = vectorOf(found.parameters);
    const size = at.length;
    const covariance = plainCovariance(expertBelief(0, expert).expert, observations, at);
    const places = at.slice(0, -1).map((_, k) => k);
    const own = places.reduce(
      (sum, a) => sum + places.reduce((part, b) => part + covariance[a * size + b]!, 0),
      0,
    );
    const cross = places.reduce((sum, a) => sum + covariance[a * size + size - 1]!, 0);
    // Expected information against observed: within a few per cent on 220 answers.
    const near = (value: number, expected: number) => Math.abs(value / expected - 1) < 0.12;
    assert.ok(
      near(found.difficultySd, Math.sqrt(own) / (size - 1)),
      `${expert.model}: ${found.difficultySd}`,
    );
    assert.ok(near(found.logDiscriminationSd, Math.sqrt(covariance[size * size - 1]!)));
    assert.ok(
      Math.abs(found.dependence - cross / (size - 1)) < 0.12 * found.difficultySd * found.logDiscriminationSd,
    );
  }
});

test('without answers certainty is the experts’: ± .8 on the difficulty, ± .35 on ln a, and nothing between them', () => {
  for (const expert of EXPERTS) {
    const none = { scores: [], means: [], sds: [] };
    const belief = fitItem(expertBelief(3, expert), none);
    assert.deepEqual(belief.parameters, expertBelief(3, expert).expert);
    assert.deepEqual([belief.dimension, belief.answers], [3, 0]);
    assert.ok(Math.abs(belief.difficultySd - 0.8) < 1e-9);
    assert.ok(Math.abs(belief.logDiscriminationSd - 0.35) < 1e-12);
    assert.ok(Math.abs(belief.dependence) < 1e-12);
  }
});

test('before 200 answers the difficulty owns what the discrimination leaves unknown', () => {
  // Everybody far above: the expected score hangs on a as much as on b.
  const fill = (value: number) => new Array<number>(120).fill(value);
  const scores = Array.from({ length: 120 }, (_, k) => Number(k % 10 !== 0));
  const start = expertBelief(0, { model: 'choice', discrimination: 0.75, difficulty: 0, guessing: 0 });
  const above = fitItem(start, { scores, means: fill(2.5), sds: fill(0.3) });
  const at = vectorOf(above.parameters);
  const information = inverseOf(
    plainCovariance(start.expert, { scores, means: fill(2.5), sds: fill(0.3) }, at),
  );
  const follows = -information[1]! / information[0]!;
  const expected = Math.sqrt(1 / information[0]! + (follows * 0.35) ** 2);
  assert.ok(Math.abs(above.difficultySd / expected - 1) < 0.08, `${above.difficultySd} ${expected}`);
  assert.ok(Math.abs(above.dependence / (follows * 0.35 ** 2) - 1) < 0.15);
  assert.ok(above.dependence > 0.02, 'a steeper question would be harder');
  assert.equal(above.logDiscriminationSd, 0.35);
});

function inverseOf(matrix: Float64Array): Float64Array {
  const size = Math.sqrt(matrix.length);
  return inverse(choleskyFactor(matrix, size)!, size);
}

test('it goes on from what is known; a question that falls back below 200 answers starts again from the experts', () => {
  const [expert] = EXPERTS;
  const enough = observed(expert!, 300);
  const learned = fitItem(expertBelief(0, expert!), enough);
  const few = {
    scores: enough.scores.slice(0, 50),
    means: enough.means.slice(0, 50),
    sds: enough.sds.slice(0, 50),
  };
  const again = fitItem(learned, few);
  assert.equal(again.parameters.discrimination, learned.expert.discrimination);
  assert.ok(
    Math.abs(
      difficultyOf(again.parameters) - difficultyOf(fitItem(expertBelief(0, expert!), few).parameters),
    ) < 1e-4,
  );
  const kept: ItemBelief = { ...learned, answers: 100 };
  assert.equal(fitItem(kept, few).parameters.discrimination, learned.parameters.discrimination);
});

test('thresholds that the answers would cross stay in order', () => {
  const expert: ItemParameters = { model: 'graded-response', discrimination: 2, thresholds: [0, 0.02] };
  // Nobody in the middle: the two thresholds are drawn together, and the prior draws them apart by .02.
  const scores = Array.from({ length: 600 }, (_, k) => (k % 2) * 2);
  const means = scores.map((score) => score - 1);
  const { parameters } = fitItem(expertBelief(0, expert), { scores, means, sds: scores.map(() => 0.2) });
  const [first, second] = positionsOf(parameters);
  assert.ok(first! < second! && second! - first! < 0.02, `${first} ${second}`);
});
