import { type AdaptiveItem, maximumScore, type SimulatedPerson } from '../../../psychometrics/index.ts';
import { UsageError } from '../command-line/arguments.ts';
import { asRecord, readJson } from '../command-line/bank-file.ts';

/**
 * Reads simulated people: `{ thetas: [number], responses: [string] }`, the answer of a person to question k of the
 * bank, drawn beforehand, being character k of the string. Throws a UsageError naming the person and the character.
 */
export function readSimulees(path: string, bank: readonly AdaptiveItem[]): SimulatedPerson[] {
  const file = asRecord(readJson(path));
  const { thetas, responses } = file ?? {};
  if (!Array.isArray(thetas) || !Array.isArray(responses) || thetas.length !== responses.length) {
    throw new UsageError(
      `${path}: expected {"thetas": […], "responses": […]}, as many of one as of the other.`,
    );
  }
  if (thetas.length === 0) throw new UsageError(`${path}: there is nobody.`);
  return thetas.map((ability: unknown, index) => {
    const text: unknown = responses[index];
    if (typeof ability !== 'number' || !Number.isFinite(ability)) {
      throw new UsageError(`${path}, person ${index + 1}: the theta must be a number.`);
    }
    if (typeof text !== 'string' || text.length !== bank.length) {
      throw new UsageError(`${path}, person ${index + 1}: the responses must be ${bank.length} characters.`);
    }
    const scores = Uint8Array.from(text, (character) => character.charCodeAt(0) - 48);
    const wrong = scores.findIndex((score, item) => score > maximumScore(bank[item]!.parameters));
    if (wrong >= 0) {
      throw new UsageError(
        `${path}, person ${index + 1}, character ${wrong + 1}: "${text[wrong]}" is no score of question ${bank[wrong]!.id}.`,
      );
    }
    return { ability, seed: index + 1, answer: (item) => scores[item]! };
  });
}
