import {
  deriveSeed,
  type LevelReading,
  maximumScore,
  priorState,
  readDomain,
  readGeneral,
} from '../../../psychometrics/index.ts';
import { assess } from '../simulation/simulated-assessment.ts';
import type { SimulationBank } from '../simulation/simulation-bank.ts';
import { type ResponseStyle, styledCredit } from './response-style.ts';

export type GuessReport = {
  guess: ResponseStyle;
  /** Mean share of the highest credit earned, over all answers and by format. */
  meanCredit: number;
  creditByFormat: Record<string, number>;
  /** Mean of the general estimates and of their standard errors. */
  meanGeneral: number;
  meanGeneralSe: number;
  /** Share of people whose most probable general level is 1, 2, … 5. */
  generalLevels: number[];
  /** Mean estimate of each domain. */
  meanDomains: number[];
  /** Share of people whose general band lies wholly above level 1: a claim that is wrong. */
  shareBandAboveLevelOne: number;
};

/**
 * People who answer without reading take the positionnement on the questions of the platform; what is said of them?
 */
export function simulateGuessing(
  bank: SimulationBank & Required<Pick<SimulationBank, 'questions'>>,
  options: { people: number; items: number; seed: number; guess: ResponseStyle },
): GuessReport {
  const { structure, questions } = bank;
  const timer = { clock: () => 0, milliseconds: 0, choices: 0 };
  const credits = new Map<string, { earned: number; answers: number }>();
  const generals: LevelReading[] = [];
  const domains = structure.domains.map(() => 0);
  for (let index = 0; index < options.people; index += 1) {
    const seed = deriveSeed(options.seed, 'person', index);
    const person = assess({
      bank,
      profession: bank.professions[index % bank.professions.length]!,
      state: priorState(structure),
      seen: [],
      length: options.items,
      seed,
      answerTo: (item) => styledCredit(questions.get(item.id)!, options.guess, seed),
      timer,
    });
    person.served.forEach((item, place) => {
      const tally = credits.get(item.format) ?? { earned: 0, answers: 0 };
      tally.earned += person.scores[place]! / maximumScore(item.parameters);
      tally.answers += 1;
      credits.set(item.format, tally);
    });
    generals.push(readGeneral(person.state, structure));
    domains.forEach((_, domain) => {
      domains[domain]! += readDomain(person.state, structure, domain).mean / options.people;
    });
  }
  const mean = (of: (reading: LevelReading) => number) =>
    generals.reduce((sum, reading) => sum + of(reading), 0) / generals.length;
  const all = [...credits.values()];
  return {
    guess: options.guess,
    meanCredit: total(all, 'earned') / total(all, 'answers'),
    creditByFormat: Object.fromEntries(
      [...credits].sort().map(([format, { earned, answers }]) => [format, earned / answers]),
    ),
    meanGeneral: mean((reading) => reading.mean),
    meanGeneralSe: mean((reading) => reading.standardError),
    generalLevels: [1, 2, 3, 4, 5].map((level) =>
      mean((reading) => (reading.mostProbableLevel === level ? 1 : 0)),
    ),
    meanDomains: domains,
    shareBandAboveLevelOne: mean((reading) => (reading.lowestLevel > 1 ? 1 : 0)),
  };
}

function total<Key extends string>(tallies: readonly Record<Key, number>[], key: Key): number {
  return tallies.reduce((sum, tally) => sum + tally[key], 0);
}
