import { performance } from 'node:perf_hooks';
import {
  type Answer,
  type BankItem,
  chooseNext,
  createRandom,
  estimateCorrelations,
  exampleBank,
  maximumScore,
  priorState,
  stageBlueprint,
  updateAbility,
} from '../../psychometrics/index.ts';
import { abilityGenerator, answer } from '../psychometrics/simulation/simulated-person.ts';
import { type Summary, summarize } from './samples.ts';

export type ProfileBench = {
  competences: number;
  /** Milliseconds to choose a question, by the number of questions of the bank. */
  choice: { questions: number; milliseconds: Summary; aim: number }[];
  /** Milliseconds to take an answer in. */
  update: Summary;
  correlations: CorrelationsTiming;
};

/** Seconds to estimate the correlations between competences from answers in memory; the median of three runs. */
export type CorrelationsTiming = {
  people: number;
  answersEach: number;
  seconds: number;
  iterations: number;
  converged: boolean;
};

const AIMS = [
  { questions: 200, aim: 0.05 },
  { questions: 2000, aim: 0.5 },
];
const STAGES = [1, 2, 3];
const CORRELATED = { people: 1000, answersEach: 24 };
const TRUE_CORRELATIONS = { within: 0.75, between: 0.6 };

/** What a profile of 16 competences costs, on made-up banks. `people` go through three stages of 8 on each. */
export function measureProfile(people: number): ProfileBench {
  const { structure } = exampleBank(1);
  const updates: number[] = [];
  const choice = AIMS.map(({ questions, aim }) => {
    const bank = madeUpBank(questions);
    const choices: number[] = [];
    takeStages(bank, people / 2, [], []);
    takeStages(bank, people, choices, updates);
    return { questions, aim, milliseconds: summarize(choices) };
  });
  return {
    competences: structure.domains.flat().length,
    choice,
    update: summarize(updates),
    correlations: timeCorrelations(),
  };
}

/** The example bank, as many times as it takes: 16 competences, 3 questions in 16 within cases. */
function madeUpBank(questions: number): BankItem[] {
  const bank: BankItem[] = [];
  for (let copy = 1; bank.length < questions; copy += 1) {
    for (const item of exampleBank(copy).items) {
      const caseId = item.caseId === null ? null : `${copy}-${item.caseId}`;
      bank.push({ ...item, id: `${copy}-${item.id}`, caseId });
    }
  }
  return bank.slice(0, questions);
}

function takeStages(bank: readonly BankItem[], people: number, choices: number[], updates: number[]): void {
  const { structure } = exampleBank(1);
  const core = [0, 3, 6, 7, 10, 13];
  for (let person = 0; person < people; person += 1) {
    const random = createRandom('bench', 'profile', person);
    const excluded = new Set<string>();
    let state = priorState(structure);
    for (const stage of STAGES) {
      const blueprint = stageBlueprint({ structure, core, stage });
      const history: BankItem[] = [];
      const choose = () => {
        const began = performance.now();
        const item = chooseNext({ state, bank, blueprint, history, excluded, seed: person });
        choices.push(performance.now() - began);
        return item;
      };
      for (let item = choose(); item; item = choose()) {
        const score = random.integer(maximumScore(item.parameters) + 1);
        const began = performance.now();
        state = updateAbility(state, item.dimension, item.parameters, score);
        updates.push(performance.now() - began);
        history.push(item);
        excluded.add(item.id);
      }
      choices.pop(); // the call that says the stage is over
    }
  }
}

function timeCorrelations(): CorrelationsTiming {
  const { structure, items } = exampleBank(1);
  const draw = abilityGenerator(structure, TRUE_CORRELATIONS);
  const people = Array.from({ length: CORRELATED.people }, (_, person): Answer[] => {
    const abilities = draw(createRandom('bench', 'correlations', person));
    return Array.from({ length: CORRELATED.answersEach }, (_, k) => {
      const item = items[(7 * person + 5 * k) % items.length]!;
      const score = answer(item, item.parameters, abilities[item.dimension]!, person);
      return { dimension: item.dimension, item: item.parameters, score };
    });
  });
  const runs = Array.from({ length: 3 }, () => {
    const began = performance.now();
    const { iterations, converged } = estimateCorrelations({
      structure,
      people,
      pattern: 'structured',
      version: 'bench',
    });
    return { ...CORRELATED, seconds: (performance.now() - began) / 1000, iterations, converged };
  });
  return runs.sort((one, other) => one.seconds - other.seconds)[1]!;
}

export function describeProfile({ competences, choice, update, correlations }: ProfileBench): string {
  const { people, answersEach, seconds, iterations, converged } = correlations;
  return [
    `Profile of ${competences} competences, made-up banks`,
    ...choice.map(
      ({ questions, milliseconds, aim }) =>
        `one choice among ${questions}: ${milliseconds.p50.toFixed(4)} ms, p95 ${milliseconds.p95.toFixed(4)} (aim < ${aim})`,
    ),
    `one answer taken in: ${update.p50.toFixed(4)} ms`,
    `correlations from ${people} people × ${answersEach} answers: ${seconds.toFixed(2)} s, ${iterations} steps${converged ? '' : '  NOT CONVERGED'}`,
  ].join('\n');
}
