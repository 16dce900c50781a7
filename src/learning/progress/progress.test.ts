import assert from 'node:assert/strict';
import { test } from 'node:test';
import { durationText, finishedThings, memoryOf, minutesOf, plansKept, practiceOf } from './progress.ts';

const NOW = new Date('2026-11-29T09:00:00Z');

test('an exercise counts once: by the try that found it, or as not found after two', () => {
  const tries = [
    { exercise: 'a', number: 1, correct: true },
    { exercise: 'b', number: 1, correct: false },
    { exercise: 'b', number: 2, correct: true },
    { exercise: 'c', number: 1, correct: false },
    { exercise: 'c', number: 2, correct: false },
    { exercise: 'd', number: 1, correct: false },
  ];
  assert.deepEqual(practiceOf(tries), { first: 1, second: 1, notYet: 1 });
});

test('a card is held in memory once found again, until it comes back', () => {
  const [past, later] = [new Date('2026-11-28T09:00:00Z'), new Date('2026-12-02T09:00:00Z')];
  const cards = [
    { due: later, reviewedAt: past },
    { due: past, reviewedAt: past },
    { due: NOW, reviewedAt: null },
    { due: later, reviewedAt: null },
  ];
  assert.deepEqual(memoryOf(cards, NOW), { held: 1, due: 2, fresh: 1 });
});

test('plans are counted by what became of them', () => {
  const outcomes = ['done', 'done', 'partly', 'not-yet', null] as const;
  assert.deepEqual(plansKept(outcomes.map((outcome) => ({ outcome }))), {
    done: 2,
    partly: 1,
    notYet: 1,
    coming: 1,
  });
});

test('time is that of the contents finished, in words', () => {
  assert.equal(minutesOf([{ minutes: 15 }, { minutes: 12 }]), 27);
  assert.deepEqual([0, 1, 45, 60, 65, 120, 150].map(durationText), [
    '0 minute',
    '1 minute',
    '45 minutes',
    '1 heure',
    '1 h 05',
    '2 heures',
    '2 h 30',
  ]);
});

test('what is finished is told in the order it was, each thing once, without what has left the content', () => {
  const content = {
    modules: [
      { id: 'a', title: 'A', minutes: 15 },
      { id: 'b', title: 'B', minutes: 10 },
    ],
    dialogues: [{ id: 'd', title: 'D', minutes: 6 }],
  };
  const before = new Date('2026-11-01T09:00:00Z');
  const finished = finishedThings(
    [
      { module: 'b', finishedAt: NOW },
      { module: 'a', finishedAt: before },
      { module: 'gone', finishedAt: NOW },
    ],
    [
      { dialogue: 'd', endedAt: NOW },
      { dialogue: 'd', endedAt: new Date('2026-11-10T09:00:00Z') },
      { dialogue: 'd', endedAt: null },
    ],
    content,
  );
  assert.deepEqual(finished, [
    { title: 'A', minutes: 15, day: '2026-11-01' },
    { title: 'Dialogue : D', minutes: 6, day: '2026-11-10' },
    { title: 'B', minutes: 10, day: '2026-11-29' },
  ]);
});
