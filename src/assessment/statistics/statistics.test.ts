import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom, priorParameters } from '../../../psychometrics/index.ts';
import { FEWEST, figuresOf, type Line, type Sample, sorted, tenths } from './statistics.ts';

const PARAMETERS = priorParameters({ level: 3, maximumScore: 1, guessing: 0 });

/** People whose success follows their ability, more or less closely. */
function answers(count: number, follows: number): Sample[] {
  const random = createRandom(3);
  return Array.from({ length: count }, () => {
    const ability = random.normal();
    const credit = Number(random.uniform() < 1 / (1 + Math.exp(-follows * ability)));
    return {
      credit,
      seconds: 20 + 10 * random.uniform(),
      unknown: false,
      rest: 1 / (1 + Math.exp(-ability - 0.5 * random.normal())),
      ability,
    };
  });
}

test('a question that follows what people know has a high link with the rest, and none of the flags', () => {
  const { discrimination, credit, medianSeconds, flags, infit } = figuresOf(
    answers(1_000, 1.5),
    1,
    PARAMETERS,
  );
  assert.ok(discrimination! > 0.3, String(discrimination));
  assert.ok(credit! > 0.4 && credit! < 0.6);
  assert.ok(medianSeconds! > 20 && medianSeconds! < 30);
  assert.ok(infit! > 0.7 && infit! < 1.3, String(infit));
  assert.deepEqual(flags, []);
});

test('a question nobody’s knowledge bears on, or whose key is wrong, is flagged', () => {
  assert.deepEqual(figuresOf(answers(1_000, 0), 1, PARAMETERS).flags.includes('flat'), true);
  const { flags, discrimination } = figuresOf(answers(1_000, -2), 1, PARAMETERS);
  assert.ok(discrimination! < -0.3);
  assert.ok(flags.includes('backwards') && flags.includes('noisy'), flags.join());
});

test('the time of answers read again is left out, and too few of the others say no time', () => {
  const plain = answers(FEWEST, 1);
  const reread = answers(FEWEST, 1).map((one) => ({ ...one, seconds: null }));
  const both = figuresOf([...plain, ...reread], 1, PARAMETERS);
  const alone = figuresOf(plain, 1, PARAMETERS);
  assert.deepEqual([both.medianSeconds, both.meanSeconds], [alone.medianSeconds, alone.meanSeconds]);
  const few = figuresOf([...plain.slice(1), ...reread], 1, PARAMETERS);
  assert.deepEqual([few.medianSeconds, few.meanSeconds], [null, null]);
  assert.notEqual(few.credit, null, 'the answers themselves count');
});

test('too few answers say nothing: neither a share, nor a time, nor a link', () => {
  const few = figuresOf(answers(FEWEST - 1, 1), 1, PARAMETERS);
  assert.deepEqual(few, {
    credit: null,
    full: null,
    unknown: null,
    medianSeconds: null,
    meanSeconds: null,
    discrimination: null,
    infit: null,
    outfit: null,
    flags: [],
  });
  assert.equal(figuresOf(answers(199, 1), 1, PARAMETERS).discrimination, null);
  assert.notEqual(figuresOf(answers(200, 1), 1, PARAMETERS).discrimination, null);
});

test('credits are shares of the greatest one, and a long pause counts for ten minutes at most', () => {
  const samples = answers(40, 1).map((one, index) => ({
    ...one,
    credit: index % 2 === 0 ? 2 : 4,
    seconds: index === 0 ? 86_400 : 30,
  }));
  const { credit, full, meanSeconds } = figuresOf(samples, 4, PARAMETERS);
  assert.equal(credit, 0.75);
  assert.equal(full, 0.5);
  assert.equal(meanSeconds, (600 + 39 * 30) / 40);
});

test('lines are sorted both ways, and what is not known comes last', () => {
  const line = (id: string, credit: number | null): Line => ({
    id,
    version: 1,
    competence: '1.1',
    level: 1,
    asked: 1,
    answered: 1,
    exposure: null,
    figures: { ...figuresOf([], 1, PARAMETERS), credit },
  });
  const lines = [line('a', 0.5), line('b', null), line('c', 0.2)];
  const ids = (downwards: boolean) => sorted(lines, 'reussite', downwards).map(({ id }) => id);
  assert.deepEqual(ids(false), ['c', 'a', 'b']);
  assert.deepEqual(ids(true), ['a', 'c', 'b']);
  assert.deepEqual(tenths([...lines, line('d', 1)]), [0, 0, 1, 0, 0, 1, 0, 0, 0, 1]);
});
