import {
  type Answer,
  type CorrelationPattern,
  createRandom,
  deriveSeed,
  estimateCorrelations,
  priorState,
} from '../../../psychometrics/index.ts';
import {
  decimal,
  oneOf,
  readOptions,
  UsageError,
  wholeNumber,
  writeResult,
} from '../command-line/arguments.ts';
import type { Command } from '../command-line/command.ts';
import { contentBank } from '../simulation/content-bank.ts';
import { generatedBank } from '../simulation/generated-bank.ts';
import { assess } from '../simulation/simulated-assessment.ts';
import { abilityGenerator, answer } from '../simulation/simulated-person.ts';
import type { SimulationBank } from '../simulation/simulation-bank.ts';

const HELP = `Are true correlations between competences found again from few answers a person?

  npm run --silent psychometrics -- correlations --people 1000 --items 24 --within 0.85 --rho 0.85 --seeds 10

Options
  --people   people in each sample (default 1000, 20 to 100000)
  --items    questions each (default 24, 1 to 48)
  --rho      true correlation between domains (default 0.6, 0 to 0.95)
  --within   true correlation within domains (default 0.75; not below --rho)
  --seeds    samples (default 5, 1 to 100)
  --seed     any whole number (default 1)
  --choice   adaptive (default): as people are served, scored under 0.75 and 0.6; random: drawn evenly
  --pattern  structured (default): one correlation within domains and one between; free: one for each pair
  --bank     content (default): the platform's questions, at expert parameters; generated: 128 made-up questions
  --out      file for the result (default: the standard output)

Result (JSON): within and between, each {true, mean, bias, spread, meanStandardError} over the samples (spread: one
standard deviation), converged (share of samples), iterations (mean), pairRmse (root mean squared error of all
correlations), secondsPerFit.
`;

const OPTIONS = [
  'people',
  'items',
  'rho',
  'within',
  'seeds',
  'seed',
  'choice',
  'pattern',
  'bank',
  'out',
] as const;

/** Runs `correlations` on the words after its name. Throws a UsageError on anything it cannot understand. */
function run(words: string[]): void {
  const given = readOptions(words, OPTIONS);
  const people = wholeNumber(given.people, { name: 'people', low: 20, high: 100_000, otherwise: 1000 });
  const length = wholeNumber(given.items, { name: 'items', low: 1, high: 48, otherwise: 24 });
  const between = decimal(given.rho, { name: 'rho', low: 0, high: 0.95, otherwise: 0.6 });
  const within = decimal(given.within, { name: 'within', low: 0, high: 0.95, otherwise: 0.75 });
  const seeds = wholeNumber(given.seeds, { name: 'seeds', low: 1, high: 100, otherwise: 5 });
  const first = wholeNumber(given.seed, { name: 'seed', low: 0, high: 2 ** 32 - 1, otherwise: 1 });
  const choice = oneOf(given.choice, 'choice', ['adaptive', 'random']);
  const pattern = oneOf(given.pattern, 'pattern', ['structured', 'free']);
  const source = oneOf(given.bank, 'bank', ['content', 'generated']);
  if (within < between) throw new UsageError('--within must not be below --rho.');
  const bank = source === 'content' ? contentBank() : generatedBank(first);
  if (bank.items.length === 0) throw new UsageError('The bank has no question; try --bank generated.');

  const fits: ReturnType<typeof fit>[] = [];
  for (let index = 0; index < seeds; index += 1) {
    const seed = deriveSeed(first, 'sample', index);
    const sample = drawSample(bank, { people, length, correlations: { within, between }, seed, choice });
    fits.push(fit(bank, sample, pattern));
    process.stderr.write(`${index + 1} of ${seeds} samples\n`);
  }
  const mean = (of: (one: (typeof fits)[number]) => number) =>
    fits.reduce((sum, one) => sum + of(one), 0) / fits.length;
  const truth = priorState(bank.structure, { within, between }).covariance;
  writeResult(
    {
      people,
      items: length,
      choice,
      pattern,
      within: summary(
        within,
        fits.map(({ result }) => result.within!),
        mean(({ error }) => error.within),
      ),
      between: summary(
        between,
        fits.map(({ result }) => result.between!),
        mean(({ error }) => error.between),
      ),
      converged: mean(({ result }) => (result.converged ? 1 : 0)),
      iterations: mean(({ result }) => result.iterations),
      pairRmse: mean(({ result }) => rootMeanSquare(result.correlations, truth)),
      secondsPerFit: mean(({ seconds }) => seconds),
    },
    given.out,
  );
}

type SampleOptions = {
  people: number;
  length: number;
  correlations: { within: number; between: number };
  seed: number;
  choice: 'adaptive' | 'random';
};

/** Answers of each simulated person, questions scored with the parameters they were answered by. */
function drawSample(bank: SimulationBank, options: SampleOptions): Answer[][] {
  const drawAbility = abilityGenerator(bank.structure, options.correlations);
  const prior = priorState(bank.structure);
  const timer = { clock: () => 0, milliseconds: 0, choices: 0 };
  return Array.from({ length: options.people }, (_, index) => {
    const seed = deriveSeed(options.seed, 'person', index);
    const truth = drawAbility(createRandom(seed, 'ability'));
    const profession = bank.professions[index % bank.professions.length]!;
    const answerTo = (item: (typeof bank.items)[number]) =>
      answer(item, item.parameters, truth[item.dimension]!, seed);
    const served =
      options.choice === 'adaptive'
        ? assess({ bank, profession, state: prior, seen: [], length: options.length, seed, answerTo, timer })
            .served
        : drawEvenly(
            bank.items.filter(({ id }) => !profession.unsuitable.has(id)),
            options.length,
            seed,
          );
    return served.map((item) => ({
      dimension: item.dimension,
      item: item.parameters,
      score: answerTo(item),
    }));
  });
}

function drawEvenly(items: SimulationBank['items'], length: number, seed: number): SimulationBank['items'] {
  const random = createRandom(seed, 'even');
  return items
    .map((item) => ({ item, rank: random.uniform() }))
    .sort((one, other) => one.rank - other.rank)
    .slice(0, length)
    .map(({ item }) => item);
}

function fit({ structure }: SimulationBank, people: Answer[][], pattern: CorrelationPattern) {
  const start = performance.now();
  const result = estimateCorrelations({ structure, people, pattern, version: 'simulated' });
  const [a, b] = structure.domains[0]!;
  const [c] = structure.domains[1]!;
  const count = result.means.length;
  const error = {
    within: result.standardErrors[a! * count + b!]!,
    between: result.standardErrors[a! * count + c!]!,
  };
  return { result, error, seconds: (performance.now() - start) / 1000 };
}

function summary(actual: number, estimates: readonly number[], meanStandardError: number) {
  const mean = estimates.reduce((sum, value) => sum + value, 0) / estimates.length;
  const squares = estimates.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const spread = estimates.length > 1 ? Math.sqrt(squares / (estimates.length - 1)) : null;
  return { true: actual, mean, bias: mean - actual, spread, meanStandardError };
}

function rootMeanSquare(estimates: readonly number[], truth: readonly number[]): number {
  const count = Math.round(Math.sqrt(truth.length));
  const squares = truth.reduce((sum, value, cell) => sum + (estimates[cell]! - value) ** 2, 0);
  return Math.sqrt(squares / (count * (count - 1)));
}

export const correlations: Command = {
  name: 'correlations',
  summary: 'are true correlations between competences found again from few answers a person?',
  help: HELP,
  run,
};
