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
import { casesApart, compareCases } from './cases-apart.ts';
import { simulateGuessing } from './guess-simulation.ts';
import { simulateOccasions } from './occasions-simulation.ts';
import { simulateProfiles, WITHIN_DOMAIN } from './profile-simulation.ts';
import { RESPONSE_STYLES, styledCredit } from './response-style.ts';

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
  --guess   random, middle or longest: everybody answers without reading. random: anything; middle: judgement scales
            always at a middle rating, anything elsewhere; longest: always the longest option (or what is longer than
            average, where several may be marked), anything where nothing has a length. Needs --bank content
  --occasions  everybody takes it twice, on other questions, some months apart
  --cases   the same people take it again with each question of a case asked alone, its document read for it: what does
            keeping a case together bring?
  --months  months between the two (default 12, 0 to 120), with --occasions only
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

Result with --guess: all of the above (the abilities people would have had tell nothing of their answers), and
  meanCredit, creditByFormat   mean share of the highest credit earned
  meanGeneral, meanGeneralSe   mean general estimate (0 is the population's mean) and its standard error
  meanDomains                  mean estimate of each domain
  generalLevels                share of people whose most probable general level is 1, 2, 3, 4, 5
  shareBandAboveLevelOne       share whose general band lies wholly above level 1: a wrong claim

Result with --cases: all of the above, cases kept together, and
  apart                   reliability, contrastReliability and expectedMinutes of the same people without cases
  contrastPerMinute, contrastPerMinuteApart   contrastReliability divided by expectedMinutes, with cases and without
  contrastPerMinuteGain   by what share the former is greater

Result with --occasions: all of the above for the first time, and what is announced the second time. A change is
announced when the new answers alone differ from the first result beyond chance.
  falseAlarms                    share of people announced to have changed (general ability) when nothing did
  powerOneLevel, powerTwoLevels  the same when every competence grew by one level (0.8) or two
  falseAlarmsBy, powerOneLevelBy, powerTwoLevelsBy   the same for general, domain (one) and competence (one)
  wrongDirection                 share announced to have fallen when they grew by one level
  drift      abilities really drift as scoring expects: coverageBefore the new answers, coverageAfter them (90 %
             bands of competences), and the share announced
  learning   one competence moves by N(0, 0.15) after a module: coverage and rmse of its estimate after the new answers,
             with the rule that widens the belief, and without
`;

const OPTIONS = ['n', 'items', 'rho', 'seed', 'truth', 'bank', 'guess', 'months', 'out'] as const;
const PROGRESS_EVERY = 250;

/** Runs `profile` on the words after its name. Throws a UsageError on anything it cannot understand. */
function run(words: string[]): void {
  const occasions = words.includes('--occasions');
  const cases = words.includes('--cases');
  const given = readOptions(
    words.filter((word) => word !== '--occasions' && word !== '--cases'),
    OPTIONS,
  );
  const people = wholeNumber(given.n, { name: 'n', low: 10, high: 100_000, otherwise: 1000 });
  const items = wholeNumber(given.items, { name: 'items', low: 1, high: 96, otherwise: 24 });
  const correlation = decimal(given.rho, { name: 'rho', low: 0, high: 0.84, otherwise: 0.6 });
  const seed = wholeNumber(given.seed, { name: 'seed', low: 0, high: 2 ** 32 - 1, otherwise: 1 });
  const truth = oneOf(given.truth, 'truth', ['bank', 'expert', 'calibrated']);
  const source = oneOf(given.bank, 'bank', ['content', 'generated']);
  const guess = given.guess === undefined ? null : oneOf(given.guess, 'guess', RESPONSE_STYLES);
  const months = decimal(given.months, { name: 'months', low: 0, high: 120, otherwise: 12 });
  if (Number(guess !== null) + Number(occasions) + Number(cases) > 1) {
    throw new UsageError('--guess, --occasions and --cases cannot be asked for together.');
  }
  if (given.months !== undefined && !occasions) throw new UsageError('--months goes with --occasions.');
  const bank = source === 'content' ? contentBank() : generatedBank(seed);
  if (bank.items.length === 0) throw new UsageError('The bank has no question; try --bank generated.');

  const progress = (done: number) => {
    if (done % PROGRESS_EVERY === 0) process.stderr.write(`${done} of ${people} people\n`);
  };
  const options = { people, items, correlation, seed, truth };
  const clock = () => performance.now();
  if (guess) {
    const { questions } = bank;
    if (!questions) throw new UsageError('--guess needs real questions to answer: --bank content.');
    const scoreOf = ({ id }: { id: string }, person: number) =>
      styledCredit(questions.get(id)!, guess, person);
    const report = simulateProfiles(bank, { ...options, scoreOf }, clock, progress);
    writeResult(
      { ...report, ...simulateGuessing({ ...bank, questions }, { people, items, seed, guess }) },
      given.out,
    );
    return;
  }
  const report = simulateProfiles(bank, options, clock, progress);
  if (cases) {
    const apart = simulateProfiles(casesApart(bank), options, clock, progress);
    writeResult({ ...report, ...compareCases(report, apart) }, given.out);
    return;
  }
  const change = occasions ? simulateOccasions(bank, { ...options, months }, progress) : {};
  writeResult({ ...report, ...change }, given.out);
}

export const profile: Command = {
  name: 'profile',
  summary: 'simulated people take an adaptive positionnement on the bank; how well does it measure?',
  help: HELP,
  run,
};
