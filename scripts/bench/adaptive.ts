import { performance } from 'node:perf_hooks';
import {
  type AdaptiveBank,
  createRandom,
  estimateAbility,
  generatePeople,
  prepareBank,
  settledRule,
  takeTest,
} from '../../psychometrics/index.ts';
import { type Summary, summarize } from './samples.ts';

export type AdaptiveBench = {
  /** Milliseconds to choose a question under the default rule, by the number of questions of the bank. */
  choice: { questions: number; milliseconds: Summary; aim: number }[];
  /** Milliseconds to settle the prices of a bank of 200 questions. */
  settling: number;
  /** Microseconds to estimate one ability from 30 answers. */
  estimate: Record<'EAP' | 'MAP' | 'ML' | 'WLE', number>;
};

const AIMS = [
  { questions: 200, aim: 0.05 },
  { questions: 2000, aim: 0.5 },
];
const GOAL = { standardError: 0.3, maximumLength: 30 };
const PATTERNS = 2000;

/** What one-dimensional adaptive testing costs, on made-up banks of four areas. `people` take a test on each. */
export function measureAdaptive(people: number): AdaptiveBench {
  const choice = AIMS.map(({ questions, aim }) => ({
    questions,
    aim,
    milliseconds: timeChoices(madeUpBank(questions), people),
  }));
  const bank = madeUpBank(200);
  const began = performance.now();
  settledRule(bank, GOAL);
  return { choice, settling: performance.now() - began, estimate: timeEstimates(bank) };
}

/** As bank200.json was drawn: a = exp(0.1 + 0.3 z), b = 1.2 z, four areas in turn. */
function madeUpBank(questions: number): AdaptiveBank {
  const random = createRandom('made-up bank', questions);
  return prepareBank(
    Array.from({ length: questions }, (_, index) => ({
      id: String(index),
      area: String(index % 4),
      parameters: {
        model: 'choice',
        discrimination: Math.exp(0.1 + 0.3 * random.normal()),
        difficulty: 1.2 * random.normal(),
        guessing: 0,
      },
    })),
  );
}

function timeChoices(bank: AdaptiveBank, people: number): Summary {
  let rule = settledRule(bank, GOAL);
  const durations: number[] = [];
  const timing = {
    clock: () => performance.now(),
    spent: (milliseconds: number) => durations.push(milliseconds),
  };
  for (const person of generatePeople(bank, people, 1)) {
    rule = rule.after(takeTest(bank, rule, GOAL, person, timing).asked);
  }
  return summarize(durations);
}

function timeEstimates(bank: AdaptiveBank): AdaptiveBench['estimate'] {
  const patterns = [...generatePeople(bank, PATTERNS, 2)].map(({ answer }, person) =>
    Array.from({ length: 30 }, (_, k) => {
      const item = (person + 7 * k) % bank.items.length;
      return { item: bank.items[item]!.parameters, score: answer(item) };
    }),
  );
  const time = (method: 'EAP' | 'MAP' | 'ML' | 'WLE') => {
    for (const answers of patterns.slice(0, 200)) estimateAbility(method, answers);
    const began = performance.now();
    for (const answers of patterns) estimateAbility(method, answers);
    return (1000 * (performance.now() - began)) / PATTERNS;
  };
  return { EAP: time('EAP'), MAP: time('MAP'), ML: time('ML'), WLE: time('WLE') };
}
