import {
  type AbilityState,
  addLearning,
  type Change,
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
} from '../../../psychometrics/index.ts';
import { assess } from '../simulation/simulated-assessment.ts';
import { abilityGenerator, answer, type Truth, trueParameters } from '../simulation/simulated-person.ts';
import type { SimulationBank } from '../simulation/simulation-bank.ts';
import { calibrated, WITHIN_DOMAIN } from './profile-simulation.ts';

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
  /** Share of people announced to have fallen when they grew by one level. */
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
const LEVEL = 0.8;
/** The true changes are those the library expects (see driftAbility and addLearning). */
const LEARNING_VARIANCE = 0.15;
const DRIFT_PER_MONTH = 0.01;

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
  const draw = personGenerator(givenBank, options);
  const still = counts();
  const one = counts();
  const two = counts();
  const drift = { before: 0, after: 0, announced: counts() };
  const withRule = { covered: 0, squares: 0 };
  const withoutRule = { covered: 0, squares: 0 };
  let falls = 0;

  for (let index = 0; index < options.people; index += 1) {
    const person = draw(index);
    const { truth, before, learned } = person;
    announce(person, person.again(before, truth, 'still'), still);
    announce(person, person.again(before, grown(truth, 2 * LEVEL), 'two levels'), two);
    const { general } = announce(person, person.again(before, grown(truth, LEVEL), 'one level'), one);
    if (general === 'down') falls += 1;

    const drifted = person.drifted();
    const afterDrift = person.again(before, drifted, 'drift');
    announce(person, afterDrift, drift.announced);
    drift.before += coverage(before, drifted);
    drift.after += coverage(afterDrift, drifted);

    const moved = person.afterModule(drifted);
    record(withRule, person.again(addLearning(before, learned), moved, 'learning'), moved, learned);
    record(withoutRule, person.again(before, moved, 'learning'), moved, learned);
    progress(index + 1);
  }

  const { months, people } = options;
  return {
    months,
    falseAlarms: still.general / people,
    powerOneLevel: one.general / people,
    powerTwoLevels: two.general / people,
    falseAlarmsBy: shares(still, people),
    powerOneLevelBy: shares(one, people),
    powerTwoLevelsBy: shares(two, people),
    wrongDirection: falls / people,
    drift: {
      coverageBefore: drift.before / people,
      coverageAfter: drift.after / people,
      announced: shares(drift.announced, people),
    },
    learning: {
      coverageWithRule: withRule.covered / people,
      coverageWithoutRule: withoutRule.covered / people,
      rmseWithRule: Math.sqrt(withRule.squares / people),
      rmseWithoutRule: Math.sqrt(withoutRule.squares / people),
    },
  };
}

type TwicePerson = {
  truth: number[];
  /** What is known after the first occasion, and just before the second. */
  first: AbilityState;
  before: AbilityState;
  /** The competence a module was on. */
  learned: number;
  weights: Record<keyof Announced, number[]>;
  /** What is known after a second occasion with these abilities, from `state`. */
  again: (state: AbilityState, abilities: readonly number[], name: string) => AbilityState;
  drifted: () => number[];
  afterModule: (abilities: readonly number[]) => number[];
};

/** Draws people who have taken it once. */
function personGenerator(
  givenBank: SimulationBank,
  options: OccasionsOptions,
): (index: number) => TwicePerson {
  const { structure } = givenBank;
  const parameters = trueParameters(givenBank.items, options.truth, options.seed);
  const bank = options.truth === 'calibrated' ? calibrated(givenBank, parameters) : givenBank;
  const correlations = { within: options.correlation + WITHIN_DOMAIN, between: options.correlation };
  const drawAbility = abilityGenerator(structure, correlations);
  const prior = priorState(structure);
  const keep = Math.exp(-DRIFT_PER_MONTH * options.months);
  const timer = { clock: () => 0, milliseconds: 0, choices: 0 };

  return (index) => {
    const seed = deriveSeed(options.seed, 'person', index);
    const truth = drawAbility(createRandom(seed, 'ability'));
    const learned = index % truth.length;
    const take = (state: AbilityState, abilities: readonly number[], seen: string[], name: string) => {
      const own = deriveSeed(seed, name);
      return assess({
        bank,
        profession: bank.professions[index % bank.professions.length]!,
        state,
        seen,
        length: options.items,
        seed: own,
        answerTo: (item) => answer(item, parameters.get(item.id)!, abilities[item.dimension]!, own),
        timer,
      });
    };
    const first = take(prior, truth, [], 'first');
    const seen = first.served.map(({ id }) => id);
    return {
      truth,
      first: first.state,
      before: driftAbility(first.state, prior, options.months),
      learned,
      weights: {
        general: generalWeights(structure),
        domain: domainWeights(
          structure,
          structure.domains.findIndex((members) => members.includes(learned)),
        ),
        competence: competenceWeights(truth.length, learned),
      },
      again: (state, abilities, name) => take(state, abilities, seen, name).state,
      drifted: () => {
        const fresh = drawAbility(createRandom(seed, 'drift'));
        return truth.map((ability, d) => keep * ability + Math.sqrt(1 - keep * keep) * fresh[d]!);
      },
      afterModule: (abilities) => {
        const gain = Math.sqrt(LEARNING_VARIANCE) * createRandom(seed, 'module').normal();
        return abilities.map((ability, d) => (d === learned ? ability + gain : ability));
      },
    };
  };
}

/** Counts what is announced after a second occasion; returns the directions. */
function announce(
  { first, before, weights }: TwicePerson,
  after: AbilityState,
  tally: Announced,
): Record<keyof Announced, Change['direction']> {
  const direction = (kind: keyof Announced) => {
    const change = changeBetween({
      first: combine(first, weights[kind]),
      before: combine(before, weights[kind]),
      after: combine(after, weights[kind]),
    });
    if (change.established) tally[kind] += 1;
    return change.direction;
  };
  return { general: direction('general'), domain: direction('domain'), competence: direction('competence') };
}

function record(
  tally: { covered: number; squares: number },
  state: AbilityState,
  truth: readonly number[],
  dimension: number,
): void {
  tally.covered += isCovered(state, truth, dimension) ? 1 : 0;
  tally.squares += (state.mean[dimension]! - truth[dimension]!) ** 2;
}

function grown(truth: readonly number[], growth: number): number[] {
  return truth.map((ability) => ability + growth);
}

function shares({ general, domain, competence }: Announced, people: number): Announced {
  return { general: general / people, domain: domain / people, competence: competence / people };
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
