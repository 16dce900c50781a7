import {
  type AbilityState,
  combine,
  difficultyOf,
  domainWeights,
  generalWeights,
  type ItemBelief,
  type ItemParameters,
  type ParameterVersion,
  readCompetence,
  readDomain,
  readGeneral,
  type Structure,
} from '../../../psychometrics/index.ts';

/** Shares of true abilities inside their 90 % band. */
export type Coverages = { general: number; domains: number; competences: number };

/** How well questions are known. */
type Accuracy = {
  /** Root mean squared error of difficulties, over questions that have been answered. */
  rmseDifficulty: number;
  /** Mean of estimated minus true difficulty: away from 0 when the scale drifts. */
  meanError: number;
  /** Slope of the true on the estimated difficulties: away from 1 when the scale stretches. */
  slope: number;
  /** Share of true difficulties within 1.645 of their standard deviations of the estimate. */
  coverage90: number;
};

export type ArrivalPoint = {
  people: number;
  version: number;
  answersPerQuestion: { lowest: number; median: number; highest: number };
  calibratedShare: number;
  nightly: Accuracy & { rmseLogDiscrimination: number };
  online: Accuracy;
  experts: Accuracy;
  /** Bands as they were shown to the last 1,000 people. */
  shown: Coverages & { people: number };
  /** Bands of people so far, recomputed under this version. */
  recomputed: Coverages & { people: number };
  /** Bands of new people, assessed under this version; null without a panel. */
  panel: Coverages | null;
};

/** Counts how often bands hold the truth. */
export class Coverage {
  readonly #structure: Structure;
  readonly #general: number[];
  readonly #domains: number[][];
  #people = 0;
  #hits = { general: 0, domains: 0, competences: 0 };

  constructor(structure: Structure) {
    this.#structure = structure;
    this.#general = generalWeights(structure);
    this.#domains = structure.domains.map((_, domain) => domainWeights(structure, domain));
  }

  add(state: AbilityState, truth: number[]): void {
    const structure = this.#structure;
    const trueState = { ...state, mean: truth };
    const inside = ({ band }: { band: { low: number; high: number } }, value: number) =>
      value >= band.low && value <= band.high ? 1 : 0;
    this.#people += 1;
    this.#hits.general += inside(readGeneral(state, structure), combine(trueState, this.#general).mean);
    this.#domains.forEach((weights, domain) => {
      this.#hits.domains += inside(readDomain(state, structure, domain), combine(trueState, weights).mean);
    });
    truth.forEach((ability, dimension) => {
      this.#hits.competences += inside(readCompetence(state, dimension), ability);
    });
  }

  shares(): Coverages & { people: number } {
    const people = this.#people;
    return {
      people,
      general: this.#hits.general / people,
      domains: this.#hits.domains / people / this.#domains.length,
      competences: this.#hits.competences / people / this.#general.length,
    };
  }
}

/** What is known and shown after a night. */
export function arrivalPoint(input: {
  version: ParameterVersion;
  online: ReadonlyMap<string, ItemBelief>;
  truth: ReadonlyMap<string, ItemParameters>;
  shown: Coverage;
  recomputed: Coverage;
  panel: Coverages | null;
}): ArrivalPoint {
  const { version, online, truth } = input;
  const nightly = Object.entries(version.items).filter(([, belief]) => belief.answers > 0);
  const counts = Object.values(version.items)
    .map(({ answers }) => answers)
    .sort((one, other) => one - other);
  const experts = nightly.map(([id, belief]): [string, ItemBelief] => [
    id,
    { ...belief, parameters: belief.expert, difficultySd: 0.8 },
  ]);
  return {
    people: version.people,
    version: version.version,
    answersPerQuestion: {
      lowest: counts[0]!,
      median: counts[Math.floor(counts.length / 2)]!,
      highest: counts.at(-1)!,
    },
    calibratedShare: counts.filter((count) => count >= 200).length / counts.length,
    nightly: { ...accuracy(nightly, truth), rmseLogDiscrimination: rmseLogDiscrimination(nightly, truth) },
    online: accuracy(
      [...online].filter(([, belief]) => belief.answers > 0),
      truth,
    ),
    experts: accuracy(experts, truth),
    shown: input.shown.shares(),
    recomputed: input.recomputed.shares(),
    panel: input.panel,
  };
}

function accuracy(
  beliefs: readonly [string, ItemBelief][],
  truth: ReadonlyMap<string, ItemParameters>,
): Accuracy {
  const pairs = beliefs.map(([id, belief]) => ({
    estimate: difficultyOf(belief.parameters),
    actual: difficultyOf(truth.get(id)!),
    sd: belief.difficultySd,
  }));
  const size = pairs.length;
  const mean = (of: (pair: (typeof pairs)[number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / size;
  const center = mean(({ estimate }) => estimate);
  const actualCenter = mean(({ actual }) => actual);
  const joint = mean(({ estimate, actual }) => (estimate - center) * (actual - actualCenter));
  const spread = mean(({ estimate }) => (estimate - center) ** 2);
  return {
    rmseDifficulty: Math.sqrt(mean(({ estimate, actual }) => (estimate - actual) ** 2)),
    meanError: center - actualCenter,
    slope: spread > 0 ? joint / spread : 0,
    coverage90: mean(({ estimate, actual, sd }) => (Math.abs(estimate - actual) <= 1.645 * sd ? 1 : 0)),
  };
}

function rmseLogDiscrimination(
  beliefs: readonly [string, ItemBelief][],
  truth: ReadonlyMap<string, ItemParameters>,
): number {
  const squares = beliefs.map(
    ([id, { parameters }]) => Math.log(parameters.discrimination / truth.get(id)!.discrimination) ** 2,
  );
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}
