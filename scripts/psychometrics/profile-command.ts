import { decimal, oneOf, readOptions, UsageError, wholeNumber, writeResult } from './arguments.ts';
import type { Command } from './command.ts';
import { contentBank } from './content-bank.ts';
import { generatedBank } from './generated-bank.ts';
import { simulateProfiles, WITHIN_DOMAIN } from './profile-simulation.ts';

const HELP = `Simulated people take an adaptive positionnement on the bank; how well does it measure?

  npm run --silent psychometrics -- profile --n 1000 --items 24 --rho 0.6 --seed 1 --truth bank --out result.json

Options
  --n       people (default 1000, 10 to 100000); professions take turns
  --items   questions each (default 24, 1 to 96), in stages of 8 with the blueprint of the person's profession:
            the first stage on its core competences, the next on all
  --rho     true correlation between competences of different domains (default 0.6, 0 to 0.84);
            inside a domain it is ${WITHIN_DOMAIN} more. Scoring always assumes 0.6 and 0.75
  --seed    any whole number (default 1): the same seed gives the same result, msPerChoice apart
  --truth   bank (default): the parameters of the bank, as they are now, are the true ones
            expert: the true ones lie around the experts' (b ± 0.8, ln a ± 0.35, one standard deviation), scored with
            the experts'
            calibrated: the true ones lie around the experts' in the same way and are known to the scoring
  --bank    content (default): the platform's questions; generated: 128 made-up questions
  --out     file for the result (default: the standard output)

Result (JSON). "Pooled" means over every person × competence. Abilities are N(0, 1) in the population.
  reliability             squared correlation of posterior means with the truth, pooled
  independentReliability  the same when each competence is scored from its own answers alone, from N(0, 1)
  flatProfileReliability  the same when each competence is given the person's general mean
  contrastReliability     the same on deviations from the person's own mean: what sets competences apart
  domainReliability       the same on domain means, over person × domain
  generalReliability      the same on the mean of all competences, over people
  coverage90              share of true abilities inside their 90 % band, pooled
  rmse                    root mean squared error of posterior means, pooled
  meanSe                  mean standard error claimed, pooled
  shareLevelExact         share of competences whose most probable level is the true one
  shareMeasured           share of competences called measured (3 own answers, 90 % band of 3 levels at most)
  maxExposure             share of people who were shown the most shown question
  unused                  questions shown to nobody
  expectedMinutes         expected time per person, reading of cases included
  msPerChoice             mean time to choose a question, in milliseconds
`;

const OPTIONS = ['n', 'items', 'rho', 'seed', 'truth', 'bank', 'out'] as const;
const PROGRESS_EVERY = 250;

/** Runs `profile` on the words after its name. Throws a UsageError on anything it cannot understand. */
function run(words: string[]): void {
  const given = readOptions(words, OPTIONS);
  const people = wholeNumber(given.n, { name: 'n', low: 10, high: 100_000, otherwise: 1000 });
  const items = wholeNumber(given.items, { name: 'items', low: 1, high: 96, otherwise: 24 });
  const correlation = decimal(given.rho, { name: 'rho', low: 0, high: 0.84, otherwise: 0.6 });
  const seed = wholeNumber(given.seed, { name: 'seed', low: 0, high: 2 ** 32 - 1, otherwise: 1 });
  const truth = oneOf(given.truth, 'truth', ['bank', 'expert', 'calibrated']);
  const source = oneOf(given.bank, 'bank', ['content', 'generated']);
  const bank = source === 'content' ? contentBank() : generatedBank(seed);
  if (bank.items.length === 0) throw new UsageError('The bank has no question; try --bank generated.');

  const report = simulateProfiles(
    bank,
    { people, items, correlation, seed, truth },
    () => performance.now(),
    (done) => {
      if (done % PROGRESS_EVERY === 0) process.stderr.write(`${done} of ${people} people\n`);
    },
  );
  writeResult(report, given.out);
}

export const profile: Command = {
  name: 'profile',
  summary: 'simulated people take an adaptive positionnement on the bank; how well does it measure?',
  help: HELP,
  run,
};
