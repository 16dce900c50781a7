import { exampleBank } from '../../../psychometrics/index.ts';
import type { SimulationBank } from './simulation-bank.ts';

/** The example bank, for two made-up professions of eight core competences who may be asked everything. */
export function generatedBank(seed: number): SimulationBank {
  return {
    ...exampleBank(seed),
    professions: [
      { name: 'first', core: [1, 2, 3, 4, 6, 7, 12, 14], unsuitable: new Set() },
      { name: 'second', core: [0, 3, 5, 6, 10, 12, 14, 15], unsuitable: new Set() },
    ],
  };
}
