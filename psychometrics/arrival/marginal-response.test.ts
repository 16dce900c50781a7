import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ItemParameters, maximumScore } from '../models/item-parameters.ts';
import { categoryProbabilities } from '../models/response.ts';
import { positionsOf, withPositions } from './item-positions.ts';
import { emptyResponse, integrateResponse } from './marginal-response.ts';

const ITEMS: ItemParameters[] = [
  { model: 'choice', discrimination: 1.1, difficulty: 0.4, guessing: 0.25 },
  { model: 'graded', discrimination: 0.7, steps: [-0.8, 0.3, 0.1] },
  { model: 'graded-response', discrimination: 0.9, thresholds: [-1, 0.2, 1.5] },
];

function integrated(item: ItemParameters, mean: number, sd: number) {
  const response = emptyResponse(item);
  integrateResponse(item, mean, sd, response);
  return response;
}

test('probabilities are those of the model, averaged over a normal ability', () => {
  for (const item of ITEMS) {
    const expected = new Array<number>(maximumScore(item) + 1).fill(0);
    for (let z = -8; z <= 8; z += 0.01) {
      const weight = (0.01 * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
      categoryProbabilities(item, 0.3 + 0.7 * z).forEach((probability, score) => {
        expected[score]! += weight * probability;
      });
    }
    const { probabilities } = integrated(item, 0.3, 0.7);
    expected.forEach((value, score) => {
      assert.ok(Math.abs(value - probabilities[score]!) < 1e-6, `${value} against ${probabilities[score]}`);
    });
  }
});

test('gradients by each position and by ln a are the slopes of the probabilities', () => {
  const step = 1e-5;
  for (const item of ITEMS) {
    const top = maximumScore(item);
    const { gradients } = integrated(item, -0.2, 0.6);
    for (let part = 0; part <= top; part += 1) {
      const moved = (by: number): ItemParameters => {
        if (part === top) return { ...item, discrimination: item.discrimination * Math.exp(by) };
        return withPositions(
          item,
          positionsOf(item).map((value, index) => (index === part ? value + by : value)),
        );
      };
      const up = integrated(moved(step), -0.2, 0.6).probabilities;
      const down = integrated(moved(-step), -0.2, 0.6).probabilities;
      for (let score = 0; score <= top; score += 1) {
        const slope = (up[score]! - down[score]!) / (2 * step);
        const given = gradients[score * (top + 1) + part]!;
        assert.ok(Math.abs(slope - given) < 1e-8, `${item.model} ${score} ${part}: ${slope}, ${given}`);
      }
    }
  }
});
