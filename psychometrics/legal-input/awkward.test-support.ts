import assert from 'node:assert/strict';
import type { ItemParameters } from '../index.ts';

/** Questions that are legal and awkward, and the search for a number in a result that is not finite. */

export const choice = (discrimination: number, difficulty: number, guessing = 0): ItemParameters => ({
  model: 'choice',
  discrimination,
  difficulty,
  guessing,
});
/** Discriminations of .05 and 6, difficulties of −8 and 8, steps out of order. */
export const HARD: ItemParameters[] = [
  choice(0.05, -8),
  choice(0.05, 8, 0.5),
  choice(6, -8, 0.25),
  choice(6, 8),
  choice(6, 0, 0.25),
  choice(1, 0),
  { model: 'graded', discrimination: 6, steps: [8, 0, -8] },
  { model: 'graded', discrimination: 0.05, steps: [-8] },
  { model: 'graded-response', discrimination: 6, thresholds: [-8, 0, 8] },
  { model: 'graded-response', discrimination: 0.05, thresholds: [8] },
];
/** Fails on any number inside a result that is not finite. */
export function assertFinite(value: unknown, path = 'result'): void {
  if (typeof value === 'number') assert.ok(Number.isFinite(value), `${path} is ${value}`);
  else if (value instanceof Map || value instanceof Set) assertFinite([...value], path);
  else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) assertFinite(inner, `${path}.${key}`);
  }
}
