import {
  type AbilityState,
  addLearning,
  changeBetween,
  combine,
  competenceWeights,
  createRandom,
  deriveSeed,
  domainWeights,
  driftAbility,
  generalWeights,
  priorState,
  readCompetence,
} from '../../psychometrics/index.ts';
import { calibrated, WITHIN_DOMAIN } from './profile-simulation.ts';
import { assess } from './simulated-assessment.ts';
import { abilityGenerator, answer, type Truth, trueParameters } from './simulated-person.ts';
import type { SimulatedProfession, SimulationBank } from './simulation-bank.ts';

export type OccasionsOptions = {
  people: number;
  items: number;
  correlation: number;
  seed: number;
  truth: Truth;
  months: number;
};

/** Shares of people for whom a change is announced, on the general ability, a domain, one competence. */
export type Announced = { general: number; domain: number; competence: number };

export type OccasionsReport = {
  months: number;
  /** Of the general ability: announced although nothing changed, and when all grew by one or two levels. */
  falseAlarms: number;
  powerOneLevel: number;
  powerTwoLevels: number;
  falseAlarmsBy: Announced;
  powerOneLevelBy: Announced;
  powerTwoLevelsBy: Announced;
  /** Share of announced growths of one level that are announced as a fall. */
  wrongDirection: number;
  /** A true change over time, of the kind the drift expects: bands after it, before and after the new answers. */
  drift: { coverageBefore: number; coverageAfter: number; announced: Announced };
  /** One competence grew after a module, by N(0, 0.15) more: its bands with and without the learning rule. */
  learning: {
    coverageWithRule: number;
    coverageWithoutRule: number;
    rmseWithRule: number;
    rmseWithoutRule: number;
  };
};

/** Distance between two levels, in units of ability. */
export const LEVEL = 0.8;
const LEARNING_VARIANCE = 0.15;
const KINDS = ['general', 'domain', 'competence'] as const;

/**
 * People take the positionnement twice, on questions they have not seen; between the two nothing changes, or every
 * competence grows by one or two levels, or drifts, or one competence moves after a module. What is announced, and
 * does it hold?
 */
export function simulateOccasions(
  givenBank: SimulationBank,
  options: OccasionsOptions,
  progress: (done: number) => void,
): OccasionsReport {
  const { structure } = givenBank;
  const parameters = trueParameters(givenBank.items, options.truth, options.seed);
  const bank = options.truth === 'calibrated' ? calibrated(givenBank, parameters) : givenBank;
  const correlations = { within: options.correlation + WITHIN_DOMAIN, between: options.correlation };
  const drawAbility = abilityGenerator(structure, correlations);
  const prior = priorState(structure);
  const timer = { clock: () => 0, milliseconds: 0, choices: 0 };
  const keep = Math.exp(-0.01 * options.months);
  const tallies = {
    still: counts(),
    one: counts(),
    two: counts(),
    drift: counts(),
    falls: 0,
    driftBefore: 0,
    driftAfter: 0,
    withRule: { covered: 0, squares: 0 },
    withoutRule: { covered: 0, squares: 0 },
  };

  for (let index = 0; index < options.people; index += 1) {
    const seed = deriveSeed(options.seed, 'person', index);
    const profession = bank.professions[index % bank.professions.length]!;
    const truth = drawAbility(createRandom(seed, 'ability'));
    const learned = index % truth.length;
    const domain = structure.domains.findIndex((members) => members.includes(learned));
    const weights = {
      general: generalWeights(structure),
      domain: domainWeights(structure, domain),
      competence: competenceWeights(truth.length, learned),
    };
    const occasion = (state: AbilityState, abilities: number[], seen: string[], name: string) =>
      take(
        bank,
        profession,
        state,
        abilities,
        seen,
        options.items,
        deriveSeed(seed, name),
        (item) => parameters.get(item)!,
      );
    const first = occasion(prior, truth, [], 'first');
    const seen = first.served.map(({ id }) => id);
    const before = driftAbility(first.state, prior, options.months);

    const announce = (after: AbilityState, tally: Record<(typeof KINDS)[number], number>) => {
      for (const kind of KINDS) {
        const [one, two, three] = [first.state, before, after].map((state) => combine(state, weights[kind]));
        const change = changeBetween({ first: one!, before: two!, after: three! });
        if (change.established) tally[kind] += 1;
        if (kind === 'general' && tally === tallies.one && change.direction === 'down') tallies.falls += 1;
      }
    };
    announce(occasion(before, truth, seen, 'still').state, tallies.still);
    for (const [tally, growth] of [
      [tallies.one, LEVEL],
      [tallies.two, 2 * LEVEL],
    ] as const) {
      const grown = truth.map((ability) => ability + growth);
      announce(occasion(before, grown, seen, `grown ${growth}`).state, tally);
    }

    const fresh = drawAbility(createRandom(seed, 'drift'));
    const drifted = truth.map((ability, d) => keep * ability + Math.sqrt(1 - keep * keep) * fresh[d]!);
    const afterDrift = occasion(before, drifted, seen, 'drift').state;
    announce(afterDrift, tallies.drift);
    tallies.driftBefore += coverage(before, drifted);
    tallies.driftAfter += coverage(afterDrift, drifted);

    const moved = drifted.slice();
    moved[learned]! += Math.sqrt(LEARNING_VARIANCE) * createRandom(seed, 'module').normal();
    for (const [tally, start] of [
      [tallies.withRule, addLearning(before, learned)],
      [tallies.withoutRule, before],
    ] as const) {
      const { state } = occasion(start, moved, seen, 'learning');
      tally.covered += isCovered(state, moved, learned) ? 1 : 0;
      tally.squares += (state.mean[learned]! - moved[learned]!) ** 2;
    }
    progress(index + 1);
  }

  const { people } = options;
  const shares = ({ general, domain, competence }: Announced): Announced => ({
    general: general / people,
    domain: domain / people,
    competence: competence / people,
  });
  return {
    months: options.months,
    falseAlarms: tallies.still.general / people,
    powerOneLevel: tallies.one.general / people,
    powerTwoLevels: tallies.two.general / people,
    falseAlarmsBy: shares(tallies.still),
    powerOneLevelBy: shares(tallies.one),
    powerTwoLevelsBy: shares(tallies.two),
    wrongDirection: tallies.falls / people,
    drift: {
      coverageBefore: tallies.driftBefore / people,
      coverageAfter: tallies.driftAfter / people,
      announced: shares(tallies.drift),
    },
    learning: {
      coverageWithRule: tallies.withRule.covered / people,
      coverageWithoutRule: tallies.withoutRule.covered / people,
      rmseWithRule: Math.sqrt(tallies.withRule.squares / people),
      rmseWithoutRule: Math.sqrt(tallies.withoutRule.squares / people),
    },
  };

  function take(
    from: SimulationBank,
    profession: SimulatedProfession,
    state: AbilityState,
    abilities: number[],
    seenBefore: string[],
    length: number,
    seed: number,
    parametersOf: (id: string) => Parameters<typeof answer>[1],
  ) {
    return assess({
      bank: from,
      profession,
      state,
      seen: seenBefore,
      length,
      seed,
      answerTo: (item) => answer(item, parametersOf(item.id), abilities[item.dimension]!, seed),
      timer,
    });
  }
}

function counts(): Announced {
  return { general: 0, domain: 0, competence: 0 };
}

/** Share of competences inside their 90 % band. */
function coverage(state: AbilityState, truth: readonly number[]): number {
  return truth.filter((_, dimension) => isCovered(state, truth, dimension)).length / truth.length;
}

function isCovered(state: AbilityState, truth: readonly number[], dimension: number): boolean {
  const { band } = readCompetence(state, dimension);
  return truth[dimension]! >= band.low && truth[dimension]! <= band.high;
}
