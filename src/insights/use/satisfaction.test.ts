import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContent } from '../../content/index.ts';
import { satisfactionSections } from './satisfaction.ts';

const MONTH = loadContent().instruments.filter(({ id }) => id === 'satisfaction-mois');
const NOVEMBER = 2026 * 12 + 11;

test('opinions are told by item, by who answered and by month, in whole fives', () => {
  const opinions = new Map([
    ['invited:satisfaction-mois:answered', 42],
    ['invited:satisfaction-mois:passed', 21],
    [`opinion:satisfaction-mois:pratique:${NOVEMBER - 1}:5`, 12],
    [`opinion:satisfaction-mois:pratique:${NOVEMBER - 1}:2`, 11],
    [`opinion:satisfaction-mois:pratique:${NOVEMBER}:4`, 31],
    [`opinion:satisfaction-mois:charge:${NOVEMBER}:3`, 9],
  ]);
  const [answered, distribution, trend] = satisfactionSections(opinions, MONTH);
  assert.deepEqual(answered!.rows[0]!.slice(1, 3), [40, 65]);
  const practice = distribution!.rows[0]!;
  assert.deepEqual(practice.slice(1), [0, 10, 0, 30, 10, 55]);
  assert.deepEqual(distribution!.rows.at(-1)!.slice(1), [0, 0, 10, 0, 0, 10]);
  assert.deepEqual(
    trend!.rows.map((row) => [row[0], row[1], row[2]]),
    [
      ['oct. 2026', 10, 25],
      ['nov. 2026', 30, 40],
    ],
  );
});

test('without an opinion there is nothing to draw, and with a few no share', () => {
  assert.equal(satisfactionSections(new Map(), MONTH).length, 1);
  const few = satisfactionSections(new Map([[`opinion:satisfaction-mois:pratique:${NOVEMBER}:5`, 7]]), MONTH);
  assert.equal(few.at(-1)!.rows[0]![3], 'effectifs trop faibles');
});
