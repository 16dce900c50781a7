import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterRecall, newCard, type Recall } from './schedule.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const DAY = 86_400_000;

/** Days between reviews when each is done on its date. */
function intervals(recalls: readonly Recall[]): number[] {
  let { due, memory } = newCard(NOW);
  return recalls.map((recall) => {
    const at = due;
    ({ due, memory } = afterRecall(structuredClone(memory), recall, at));
    return Math.round((due.getTime() - at.getTime()) / DAY);
  });
}

test('a card comes back the next day, then at growing intervals while it is known', () => {
  assert.equal(newCard(NOW).due.getTime(), NOW.getTime() + DAY);
  const days = intervals(['effort', 'effort', 'effort', 'effort']);
  assert.ok(
    days.every((interval, index) => interval >= 1 && interval > (days[index - 1] ?? 0)),
    `${days}`,
  );
});

test('what comes easily waits longer, what was forgotten comes back sooner', () => {
  const [easily] = intervals(['easily']);
  const [effort] = intervals(['effort']);
  const [forgotten] = intervals(['forgotten']);
  assert.ok(
    easily! > effort! && effort! >= forgotten! && forgotten! >= 1,
    `${easily} ${effort} ${forgotten}`,
  );
  const relearnt = intervals(['effort', 'effort', 'forgotten']);
  assert.ok(relearnt[2]! < relearnt[1]!, `${relearnt}`);
});

test('the same recalls give the same dates', () => {
  const recalls: Recall[] = ['effort', 'forgotten', 'easily', 'effort'];
  assert.deepEqual(intervals(recalls), intervals(recalls));
});
