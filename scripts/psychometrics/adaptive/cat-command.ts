import {
  type AdaptiveBank,
  CRITERION_NAMES,
  criterionRule,
  deriveSeed,
  type Goal,
  type PricedOptions,
  prepareBank,
  randomRule,
  type SelectionRule,
  type SimulatedPerson,
  settledRule,
  simulateTests,
} from '../../../psychometrics/index.ts';
import { decimal, oneOf, readOptions, wholeNumber, writeResult } from '../command-line/arguments.ts';
import { readBank, required } from '../command-line/bank-file.ts';
import type { Command } from '../command-line/command.ts';
import { readSimulees } from './simulees-file.ts';

const HELP = `Simulated people, whose answers were drawn beforehand, take an adaptive test; how well does it measure?

  npm run --silent psychometrics -- cat --bank bank.json --simulees simulees.json --stop-se 0.3 --max 30 --out FILE

Options
  --bank      questions: {"items": [{"id", "a", "b", "c", "comp"}, …]}; "comp" names the content area
  --simulees  people: {"thetas": [ability, …], "responses": ["0110…", …]}; the answer to question k is character k
  --stop-se   standard error at which a test ends (default 0.3, 0.05 to 2)
  --max       greatest number of questions (default 30, 1 to 1000)
  --rule      default: information at a price: no question unused, none shown to more than 71 % of the people, content
              areas one question apart at most. Beyond --stop-se a test goes on while the next question is worth it
              (--worth). Before the first person the prices are settled on 2,000 people generated from the bank; the
              people of --simulees have no part in it
              mfi, mpwi, mepv, klp, nearest, random: one criterion alone, without any control, for comparison
  --worth     for the default rule, how much a question beyond --stop-se must lower the variance, as a multiple of
              what the last question needed does on average (default 0.9; 100 ends every test at --stop-se; 0.1 to 100)
  --seed      chance of the choices (default 0, a whole number): the same seed gives the same result
  --out       file for the result (default: the standard output)

Result (JSON). Estimates are EAP from N(0, 1); "reached" means a standard error of --stop-se or less.
  meanItems      mean number of questions
  rmse, bias     root mean squared error and mean error of the estimates
  expectedRmse   root of the mean squared standard error: the rmse without the luck of these people
  shareReached   share of people who reached --stop-se
  maxExposure    share of people who were shown the most shown question
  minExposure    share of people who were shown the least shown one
  unusedShare    share of the questions shown to nobody
  shareBalanced  share of tests whose content areas differ by one question at most
  areaGap        mean number of questions in the area asked most, less that in the area asked least
  msPerChoice    mean time to choose a question, in milliseconds
`;

const PROGRESS_EVERY = 250;
const RULES = ['default', ...CRITERION_NAMES, 'random'] as const;

function run(words: string[]): void {
  const given = readOptions(words, ['bank', 'simulees', 'stop-se', 'max', 'rule', 'worth', 'seed', 'out']);
  const items = readBank(required(given.bank, 'bank'));
  const seed = wholeNumber(given.seed, { name: 'seed', low: 0, high: 2 ** 32 - 1, otherwise: 0 });
  const people = withChance(readSimulees(required(given.simulees, 'simulees'), items), seed);
  const goal = {
    standardError: decimal(given['stop-se'], { name: 'stop-se', low: 0.05, high: 2, otherwise: 0.3 }),
    maximumLength: wholeNumber(given.max, { name: 'max', low: 1, high: 1000, otherwise: 30 }),
  };
  const worth = given.worth && decimal(given.worth, { name: 'worth', low: 0.1, high: 100, otherwise: 1 });
  const options = { ...(worth && { worth }) };
  const name = oneOf(given.rule, 'rule', [...RULES]);
  const bank = prepareBank(items);
  const rule = ruleNamed(name, bank, goal, options);
  const report = simulateTests(
    bank,
    rule,
    goal,
    people,
    () => performance.now(),
    (done) => {
      if (done % PROGRESS_EVERY === 0) process.stderr.write(`${done} of ${people.length} people\n`);
    },
  );
  writeResult({ rule: name, ...report }, given.out);
}

/** The same people, with other chances; under the seed 0 the chance of a person is their number. */
function withChance(people: readonly SimulatedPerson[], seed: number): SimulatedPerson[] {
  return people.map((person) => (seed === 0 ? person : { ...person, seed: deriveSeed(seed, person.seed) }));
}

function ruleNamed(
  name: (typeof RULES)[number],
  bank: AdaptiveBank,
  goal: Goal,
  options: PricedOptions,
): SelectionRule {
  if (name === 'random') return randomRule(bank, goal);
  if (name !== 'default') return criterionRule(name, bank, goal);
  return settledRule(bank, goal, options);
}

export const cat: Command = {
  name: 'cat',
  summary: 'people with answers drawn beforehand take an adaptive test on a calibrated bank',
  help: HELP,
  run,
};
