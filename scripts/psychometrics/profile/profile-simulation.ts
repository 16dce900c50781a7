import {
  type BankItem,
  combine,
  createRandom,
  deriveSeed,
  dimensionCount,
  domainWeights,
  generalWeights,
  isMeasured,
  levelOf,
  priorState,
  readCompetence,
} from '../../../psychometrics/index.ts';
import { Pairs } from '../simulation/estimate-pairs.ts';
import { assess } from '../simulation/simulated-assessment.ts';
import { abilityGenerator, answer, type Truth, trueParameters } from '../simulation/simulated-person.ts';
import type { SimulationBank } from '../simulation/simulation-bank.ts';

export type ProfileOptions = {
  people: number;
  items: number;
  /** True correlation between competences of different domains; WITHIN_DOMAIN more inside a domain. */
  correlation: number;
  seed: number;
  truth: Truth;
  /** Score of a person (by seed) on a question, when it does not come from their ability. */
  scoreOf?: (item: BankItem, personSeed: number) => number;
};

export type ProfileReport = {
  reliability: number;
  independentReliability: number;
  flatProfileReliability: number;
  contrastReliability: number;
  domainReliability: number;
  generalReliability: number;
  coverage90: number;
  rmse: number;
  meanSe: number;
  shareLevelExact: number;
  shareMeasured: number;
  maxExposure: number;
  unused: number;
  expectedMinutes: number;
  msPerChoice: number;
};

export const WITHIN_DOMAIN = 0.15;

/** Simulates people who each take an adaptive positionnement, and compares what it says with what is true. */
export function simulateProfiles(
  givenBank: SimulationBank,
  options: ProfileOptions,
  clock: () => number,
  progress: (done: number) => void,
): ProfileReport {
  const { structure } = givenBank;
  const count = dimensionCount(structure);
  const parameters = trueParameters(givenBank.items, options.truth, options.seed);
  const bank = options.truth === 'calibrated' ? calibrated(givenBank, parameters) : givenBank;
  const scoreOf = (item: BankItem, ability: number, seed: number) =>
    options.scoreOf?.(item, seed) ?? answer(item, parameters.get(item.id)!, ability, seed);
  const between = options.correlation;
  const drawAbility = abilityGenerator(structure, { within: between + WITHIN_DOMAIN, between });
  const timer = { clock, milliseconds: 0, choices: 0 };
  const exposure = new Map(bank.items.map((item) => [item.id, 0]));

  const competences = new Pairs();
  const independent = new Pairs();
  const flat = new Pairs();
  const contrasts = new Pairs();
  const domains = new Pairs();
  const general = new Pairs();
  const tallies = { covered: 0, squaredError: 0, standardError: 0, exact: 0, measured: 0, seconds: 0 };
  const everywhere = generalWeights(structure);

  for (let index = 0; index < options.people; index += 1) {
    const seed = deriveSeed(options.seed, 'person', index);
    const profession = bank.professions[index % bank.professions.length]!;
    const truth = drawAbility(createRandom(seed, 'ability'));
    const person = assess({
      bank,
      profession,
      state: priorState(structure),
      seen: [],
      length: options.items,
      seed,
      answerTo: (item) => scoreOf(item, truth[item.dimension]!, seed),
      timer,
    });
    for (const item of person.served) exposure.set(item.id, exposure.get(item.id)! + 1);

    const trueMean = combine({ ...person.state, mean: truth }, everywhere).mean;
    const mean = combine(person.state, everywhere).mean;
    general.add(mean, trueMean);
    for (let domain = 0; domain < structure.domains.length; domain += 1) {
      const weights = domainWeights(structure, domain);
      domains.add(
        combine(person.state, weights).mean,
        combine({ ...person.state, mean: truth }, weights).mean,
      );
    }
    for (let dimension = 0; dimension < count; dimension += 1) {
      const ability = truth[dimension]!;
      const reading = readCompetence(person.state, dimension);
      competences.add(reading.mean, ability);
      independent.add(person.independent[dimension]!.mean, ability);
      flat.add(mean, ability);
      contrasts.add(reading.mean - mean, ability - trueMean);
      const own = person.served.filter((item) => item.dimension === dimension).length;
      tallies.covered += ability >= reading.band.low && ability <= reading.band.high ? 1 : 0;
      tallies.squaredError += (reading.mean - ability) ** 2;
      tallies.standardError += reading.standardError;
      tallies.exact += reading.mostProbableLevel === levelOf(ability) ? 1 : 0;
      tallies.measured += isMeasured(reading, own) ? 1 : 0;
    }
    tallies.seconds += person.seconds;
    progress(index + 1);
  }

  const readings = options.people * count;
  const exposures = [...exposure.values()];
  return {
    reliability: competences.squaredCorrelation(),
    independentReliability: independent.squaredCorrelation(),
    flatProfileReliability: flat.squaredCorrelation(),
    contrastReliability: contrasts.squaredCorrelation(),
    domainReliability: domains.squaredCorrelation(),
    generalReliability: general.squaredCorrelation(),
    coverage90: tallies.covered / readings,
    rmse: Math.sqrt(tallies.squaredError / readings),
    meanSe: tallies.standardError / readings,
    shareLevelExact: tallies.exact / readings,
    shareMeasured: tallies.measured / readings,
    maxExposure: Math.max(...exposures) / options.people,
    unused: exposures.filter((people) => people === 0).length,
    expectedMinutes: tallies.seconds / 60 / options.people,
    msPerChoice: timer.milliseconds / Math.max(1, timer.choices),
  };
}

/** The bank scored with the true parameters. */
export function calibrated(
  bank: SimulationBank,
  parameters: ReturnType<typeof trueParameters>,
): SimulationBank {
  return {
    ...bank,
    items: bank.items.map((item) => ({ ...item, parameters: parameters.get(item.id)!, calibrated: true })),
  };
}
