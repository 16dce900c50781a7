import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doorText, moodText } from './mood.ts';

const yanis = { name: 'Yanis', confidence: 'La confiance de Yanis' };

test('what a reply did is said in words, with no number', () => {
  assert.equal(
    moodText(yanis, { confidence: 1, change: -1 }),
    'Yanis se referme un peu : la porte est à peine entrouverte.',
  );
  assert.equal(
    moodText(yanis, { confidence: 4, change: 2 }),
    'Yanis s’ouvre nettement : la porte est grande ouverte.',
  );
  assert.equal(moodText(yanis, { confidence: 0, change: 0 }), 'Yanis ne bouge pas : la porte est fermée.');
});

test('it is said of the one whose confidence it is: a group, or somebody', () => {
  const group = { name: 'Mme Delmas', confidence: 'La confiance du groupe' };
  assert.match(moodText(group, { confidence: 3, change: 1 }), /^Le groupe s’ouvre un peu/);
  const anouk = { name: 'Anouk', confidence: 'La confiance d’Anouk' };
  assert.match(moodText(anouk, { confidence: 3, change: 1 }), /^Anouk s’ouvre un peu/);
});

test('each degree has words of its own, and nothing lies beyond closed and wide open', () => {
  assert.equal(new Set([0, 1, 2, 3, 4].map(doorText)).size, 5);
  assert.deepEqual([doorText(-3), doorText(9)], [doorText(0), doorText(4)]);
});
