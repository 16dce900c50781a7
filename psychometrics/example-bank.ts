import type { Structure } from './ability/structure.ts';
import { type Level, priorParameters } from './models/prior-parameters.ts';
import { createRandom } from './random.ts';
import type { BankItem } from './selection/bank-item.ts';

const STRUCTURE: Structure = {
  domains: [
    [0, 1, 2],
    [3, 4, 5],
    [6, 7, 8, 9],
    [10, 11, 12],
    [13, 14, 15],
  ],
};
const COMPETENCES = 16;
const QUESTIONS_EACH = 8;
const QUESTIONS_OF_CASES = [3, 4, 3, 4, 3, 4, 3];

/**
 * A made-up bank to try the measurement on: 128 questions, 16 competences in 5 domains, levels spread,
 * one third with ordered credits (up to 2 or 3), two thirds one choice among four, 24 of them in 7 cases. Any finite number
 * is a seed; nothing throws.
 */
export function exampleBank(seed: number): { structure: Structure; items: BankItem[] } {
  const random = createRandom(seed, 'example-bank');
  const items: BankItem[] = [];
  for (let dimension = 0; dimension < COMPETENCES; dimension += 1) {
    for (let rank = 0; rank < QUESTIONS_EACH; rank += 1) {
      const ordered = (dimension + rank) % 3 === 0;
      const maximumScore = ordered ? 2 + ((dimension + rank) % 2) : 1;
      const level = (1 + ((rank + dimension) % 5)) as Level;
      items.push({
        id: `q${dimension}-${rank}`,
        dimension,
        format: ordered ? ['judgement', 'multiple-choice', 'document'][random.integer(3)]! : 'single-choice',
        caseId: null,
        parameters: priorParameters({ level, maximumScore, guessing: ordered ? 0 : 0.25 }),
        seconds: Math.round((ordered ? 60 : 42) + 15 * random.uniform()),
        caseSeconds: 0,
        calibrated: false,
      });
    }
  }
  putIntoCases(items);
  return { structure: STRUCTURE, items };
}

function putIntoCases(items: BankItem[]): void {
  for (const [index, size] of QUESTIONS_OF_CASES.entries()) {
    for (let rank = 0; rank < size; rank += 1) {
      const dimension = (index * 5 + rank * 3) % COMPETENCES;
      const item = items.find((candidate) => candidate.dimension === dimension && candidate.caseId === null)!;
      item.caseId = `case${index}`;
      item.caseSeconds = 45;
    }
  }
}
