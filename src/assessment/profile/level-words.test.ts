import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Level, type LevelReading, readEstimate } from '../../../psychometrics/index.ts';
import { frameworkAlone } from '../../../test/framework.ts';
import {
  bandInWords,
  capitalised,
  LEVEL_MEANINGS,
  LEVEL_ZONES,
  mostProbableInWords,
  PROVISIONAL_NOTICE,
  zoneOf,
} from './level-words.ts';

const { levelNames } = frameworkAlone().framework;

function reading(lowestLevel: Level, highestLevel: Level, mostProbableLevel = lowestLevel): LevelReading {
  return { ...readEstimate({ mean: 0, variance: 1 }), lowestLevel, highestLevel, mostProbableLevel };
}

const BANDS: [low: Level, high: Level, words: string][] = [
  [1, 1, 'Découverte'],
  [1, 2, 'de Découverte à Application guidée'],
  [1, 3, 'de Découverte à Autonomie'],
  [1, 4, 'de Découverte à Autonomie ou plus'],
  [1, 5, 'de Découverte à Autonomie ou plus'],
  [2, 2, 'Application guidée'],
  [2, 3, 'd’Application guidée à Autonomie'],
  [2, 4, 'd’Application guidée à Autonomie ou plus'],
  [3, 3, 'Autonomie'],
  [3, 4, 'Autonomie ou plus'],
  [3, 5, 'Autonomie ou plus'],
  [4, 4, 'au-delà d’Autonomie, à confirmer par la pratique'],
  [4, 5, 'au-delà d’Autonomie, à confirmer par la pratique'],
  [5, 5, 'au-delà d’Autonomie, à confirmer par la pratique'],
];

for (const [low, high, words] of BANDS) {
  test(`levels ${low} to ${high} are said « ${words} »`, () => {
    assert.equal(bandInWords(reading(low, high)), words);
  });
}

test('the first three levels have the names of the framework; the last two share « à confirmer par la pratique »', () => {
  assert.deepEqual(LEVEL_ZONES.slice(0, 3), levelNames.slice(0, 3));
  assert.deepEqual(([1, 2, 3, 4, 5] as const).map(zoneOf), [0, 1, 2, 3, 3]);
  assert.equal(LEVEL_MEANINGS.length, LEVEL_ZONES.length);
});

test('no result ever claims a level above the third', () => {
  const belief = fc.record({
    mean: fc.double({ min: -4, max: 6, noNaN: true }),
    variance: fc.double({ min: 0.001, max: 2, noNaN: true }),
  });
  fc.assert(
    fc.property(belief, (estimate) => {
      const result = readEstimate(estimate);
      const claim = `${bandInWords(result)} ${mostProbableInWords(result)} ${LEVEL_ZONES[zoneOf(result.highestLevel)]}`;
      for (const name of levelNames.slice(3)) assert.ok(!claim.includes(name), claim);
    }),
  );
});

test('the same level out of 4 and 5 is said the same, most probable included', () => {
  assert.equal(mostProbableInWords(reading(4, 5, 4)), mostProbableInWords(reading(4, 5, 5)));
  assert.equal(mostProbableInWords(reading(1, 3, 2)), 'Application guidée');
});

test('the notice says what a result cannot be used for', () => {
  for (const word of ['provisoire', 'évaluer', 'recruter', 'certifier'])
    assert.ok(PROVISIONAL_NOTICE.includes(word));
});

test('a sentence begins with a capital', () => {
  assert.equal(capitalised('de Découverte à Autonomie'), 'De Découverte à Autonomie');
  assert.equal(capitalised('à confirmer'), 'À confirmer');
  assert.equal(capitalised(''), '');
});
