import {
  type AbilityState,
  answerAssessment,
  type BankItem,
  beginAssessment,
  chooseNext,
  createRandom,
  deriveSeed,
  expertVersion,
  type ItemBelief,
  isCalibrated,
  jointPosterior,
  learnOnline,
  type ParameterVersion,
  priorState,
  type RunningAssessment,
  recalibrate,
  recomputedState,
  STAGE_LENGTH,
  stageBlueprint,
} from '../../../psychometrics/index.ts';
import { abilityGenerator, answer, type Truth, trueParameters } from '../simulation/simulated-person.ts';
import type { SimulatedProfession, SimulationBank } from '../simulation/simulation-bank.ts';
import { type ArrivalPoint, arrivalPoint, Coverage, type Coverages } from './arrival-curve.ts';

export type ArrivalOptions = {
  people: number;
  seed: number;
  truth: Truth;
  /** True correlations between competences; scoring assumes 0.75 and 0.6. */
  correlations: { within: number; between: number };
  /**
   * People who take an assessment under each version without teaching it anything: the coverage of bands is counted on
   * them whatever the number of people so far. 0 for none.
   */
  panel: number;
};

export type ArrivalReport = {
  people: number;
  questions: number;
  answers: number;
  /** Assessments during which at least one new version came out, all scored to the end as they began. */
  acrossVersions: number;
  /** Coverage of the experts' version, before anybody has answered; null without a panel. */
  atFirst: Coverages | null;
  curve: ArrivalPoint[];
};

/** People in the middle of an assessment at any time. */
const AT_A_TIME = 20;
const STAGES = 3;
/** After how many finished people a night comes; the last figure is repeated. */
const NIGHTS = [50, 100, 150, 200, 300, 400, 500, 750, 1000, 1500, 2000, 3000] as const;
const NIGHT_PERIOD = 1000;
/** Coverage of the bands as they were shown is taken on this many people, the last ones. */
const RECENT = 1000;
/** Coverage of the recomputed bands is taken on this many of the people so far, spread evenly. */
const RECOMPUTED = 1000;

type Arrived = {
  profession: SimulatedProfession;
  truth: number[];
  seed: number;
  stages: number;
  assessment: RunningAssessment;
  served: Set<string>;
  stage: number;
};

/**
 * People arrive one after the other, some stages of 8 questions each, while the parameters of the questions, at
 * first experts' guesses, are learned from their answers: every stage at once (online), every night from all
 * answers (nightly). Questions are chosen and answers scored under the nightly versions; an assessment keeps the
 * version it began with.
 */
export function simulateArrival(
  bank: SimulationBank,
  options: ArrivalOptions,
  progress: (point: ArrivalPoint) => void,
): ArrivalReport {
  const { structure } = bank;
  const prior = priorState(structure);
  const drawAbility = abilityGenerator(structure, options.correlations);
  const truth = trueParameters(bank.items, options.truth, options.seed);
  const order = createRandom(options.seed, 'order');
  let version = expertVersion(bank.items);
  const banks = new Map([[version.version, offeredUnder(version, bank)]]);
  const online = new Map<string, ItemBelief>(Object.entries(version.items));
  const finished: Arrived[] = [];
  const running: Arrived[] = [];
  const curve: ArrivalPoint[] = [];
  let started = 0;
  let acrossVersions = 0;

  const start = (): Arrived => {
    const seed = deriveSeed(options.seed, 'person', started);
    const profession = bank.professions[started % bank.professions.length]!;
    started += 1;
    const random = createRandom(seed, 'ability');
    return {
      profession,
      truth: drawAbility(random),
      seed,
      stages: 1 + random.integer(STAGES),
      assessment: beginAssessment(version, prior),
      served: new Set(profession.unsuitable),
      stage: 0,
    };
  };

  const panel = (): Coverages | null =>
    panelCoverage(bank, options, { version, prior, drawAbility, truth, bank: banks.get(version.version)! });
  const atFirst = panel();

  for (;;) {
    while (running.length < AT_A_TIME && started < options.people) running.push(start());
    if (running.length === 0) break;
    const place = order.integer(running.length);
    const person = running[place]!;
    const before = person.assessment.answers.length;
    takeStage(person, structure, banks.get(person.assessment.parameters.version)!, truth);
    learn(online, prior, person, before);
    if (person.stage < person.stages) continue;

    running.splice(place, 1);
    finished.push(person);
    if (person.assessment.parameters !== version) acrossVersions += 1;
    if (!isNight(finished.length, options.people)) continue;
    version = recalibrate({ version, prior, people: finished.map(({ assessment }) => assessment.answers) });
    banks.set(version.version, offeredUnder(version, bank));
    const point = arrivalPoint({
      version,
      online,
      truth,
      shown: shownCoverage(structure, finished.slice(-RECENT)),
      recomputed: recomputedCoverage(structure, version, prior, finished),
      panel: panel(),
    });
    curve.push(point);
    progress(point);
  }
  const answers = finished.reduce((sum, { assessment }) => sum + assessment.answers.length, 0);
  return { people: finished.length, questions: bank.items.length, answers, acrossVersions, atFirst, curve };
}

/** One stage of eight questions, chosen and scored under the version the assessment began with. */
function takeStage(
  person: Arrived,
  structure: SimulationBank['structure'],
  bank: readonly BankItem[],
  truth: ReturnType<typeof trueParameters>,
): void {
  person.stage += 1;
  const blueprint = stageBlueprint({
    structure,
    core: person.profession.core,
    stage: person.stage,
    length: STAGE_LENGTH,
  });
  const seed = deriveSeed(person.seed, 'stage', person.stage);
  const history: BankItem[] = [];
  for (;;) {
    const { state } = person.assessment;
    const item = chooseNext({ state, bank, blueprint, history, excluded: person.served, seed });
    if (!item) break;
    const score = answer(item, truth.get(item.id)!, person.truth[item.dimension]!, person.seed);
    person.assessment = answerAssessment(person.assessment, { item: item.id, score });
    history.push(item);
  }
  for (const { id } of history) person.served.add(id);
}

/** New people, the same under every version, assessed under the present one as everybody is. */
function panelCoverage(
  { structure, professions }: SimulationBank,
  { panel, seed }: ArrivalOptions,
  now: {
    version: ParameterVersion;
    prior: AbilityState;
    drawAbility: ReturnType<typeof abilityGenerator>;
    truth: ReturnType<typeof trueParameters>;
    bank: readonly BankItem[];
  },
): Coverages | null {
  if (panel === 0) return null;
  const coverage = new Coverage(structure);
  for (let index = 0; index < panel; index += 1) {
    const own = deriveSeed(seed, 'panel', index);
    const random = createRandom(own, 'ability');
    const profession = professions[index % professions.length]!;
    const person: Arrived = {
      profession,
      truth: now.drawAbility(random),
      seed: own,
      stages: 1 + random.integer(STAGES),
      assessment: beginAssessment(now.version, now.prior),
      served: new Set(profession.unsuitable),
      stage: 0,
    };
    while (person.stage < person.stages) takeStage(person, structure, now.bank, now.truth);
    coverage.add(person.assessment.state, person.truth);
  }
  return coverage.shares();
}

/** After a stage: each new answer teaches about its question, with the person known from all other answers. */
function learn(
  online: Map<string, ItemBelief>,
  prior: AbilityState,
  { assessment }: Arrived,
  before: number,
): void {
  const given = assessment.answers;
  const { without } = jointPosterior(
    prior,
    given.map(({ item, score }) => {
      const { dimension, scoring } = online.get(item)!;
      return { dimension, item: scoring, score };
    }),
  );
  for (let index = before; index < given.length; index += 1) {
    const { item, score } = given[index]!;
    online.set(item, learnOnline(online.get(item)!, without[index]!, score));
  }
}

function offeredUnder(version: ParameterVersion, bank: SimulationBank): readonly BankItem[] {
  return bank.items.map((item) => {
    const belief = version.items[item.id]!;
    return { ...item, parameters: belief.scoring, calibrated: isCalibrated(belief) };
  });
}

function shownCoverage(structure: SimulationBank['structure'], people: readonly Arrived[]): Coverage {
  const coverage = new Coverage(structure);
  for (const { assessment, truth } of people) coverage.add(assessment.state, truth);
  return coverage;
}

function recomputedCoverage(
  structure: SimulationBank['structure'],
  version: ParameterVersion,
  prior: AbilityState,
  finished: readonly Arrived[],
): Coverage {
  const coverage = new Coverage(structure);
  const every = Math.max(1, Math.floor(finished.length / RECOMPUTED));
  for (let index = 0; index < finished.length; index += every) {
    const { assessment, truth } = finished[index]!;
    coverage.add(recomputedState(version, prior, assessment.answers), truth);
  }
  return coverage;
}

function isNight(finished: number, people: number): boolean {
  const last = NIGHTS.at(-1)!;
  if (finished === people || NIGHTS.some((night) => night === finished)) return true;
  return finished > last && (finished - last) % NIGHT_PERIOD === 0;
}
