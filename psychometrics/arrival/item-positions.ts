import type { ItemParameters } from '../models/item-parameters.ts';

/** Where a question stands on the ability scale: its difficulty, its steps, or its thresholds. */
export function positionsOf(item: ItemParameters): number[] {
  if (item.model === 'choice') return [item.difficulty];
  return item.model === 'graded' ? item.steps : item.thresholds;
}

/** The question at other positions, as many as it has. */
export function withPositions(item: ItemParameters, positions: number[]): ItemParameters {
  if (item.model === 'choice') return { ...item, difficulty: positions[0]! };
  return item.model === 'graded' ? { ...item, steps: positions } : { ...item, thresholds: positions };
}

/** The question with all its positions moved by `shift`. */
export function moved(item: ItemParameters, shift: number): ItemParameters {
  return withPositions(
    item,
    positionsOf(item).map((position) => position + shift),
  );
}

/**
 * Difficulty of a question, on the scale of ability: b of a choice, the mean of the steps or thresholds of ordered credits.
 * Nothing throws.
 */
export function difficultyOf(item: ItemParameters): number {
  const positions = positionsOf(item);
  return positions.reduce((sum, position) => sum + position, 0) / positions.length;
}

/** Whether positions can be those of the question: thresholds must increase, steps need not. */
export function inOrder(item: ItemParameters): boolean {
  if (item.model !== 'graded-response') return true;
  return item.thresholds.every((value, index) => index === 0 || value > item.thresholds[index - 1]!);
}
