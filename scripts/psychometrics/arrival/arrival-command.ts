import {
  decimal,
  oneOf,
  readOptions,
  UsageError,
  wholeNumber,
  writeResult,
} from '../command-line/arguments.ts';
import type { Command } from '../command-line/command.ts';
import { WITHIN_DOMAIN } from '../profile/profile-simulation.ts';
import { contentBank } from '../simulation/content-bank.ts';
import { generatedBank } from '../simulation/generated-bank.ts';
import type { ArrivalPoint } from './arrival-curve.ts';
import { simulateArrival } from './arrival-simulation.ts';

const HELP = `Simulated people arrive one after the other while the questions are being calibrated from their answers.

  npm run --silent psychometrics -- arrival --people 10000 --seed 1 --truth expert --out arrival.json

Options
  --people  people (default 10000, 50 to 100000), each 1 to 3 stages of 8 questions with the blueprint of a
            profession; 20 at a time, so that some are in the middle of an assessment when a new version comes out
  --seed    any whole number (default 1): the same seed gives the same result
  --truth   expert (default): true difficulties lie around the experts' (± 0.8), ln a around theirs (± 0.35)
            bank: the experts are right
  --rho     true correlation between competences of different domains (default 0.6, 0 to 0.84); inside a domain it
            is ${WITHIN_DOMAIN} more. Scoring always assumes 0.6 and 0.75
  --bank    content (default): the platform's questions; generated: 128 made-up questions
  --panel   new people assessed under each version, who teach it nothing, to count the coverage of bands on (default
            1000, 0 to 100000): 50 arrived people alone would tell it to ± .04
  --out     file for the result (default: the standard output)

Result (JSON): people, questions, answers, acrossVersions (assessments that went on while a new version came out,
and kept their own), atFirst (panel before anybody has answered), and curve, one entry a night (after 50, 100, 150, 200, 300, 400, 500, 750, 1000, 1500, 2000,
3000 people, then every 1000). Each entry:
  people, version, answersPerQuestion {lowest, median, highest}, calibratedShare (200 answers or more)
  nightly, online, experts   how well difficulties are known from all answers at night, from each stage at once, or
                             by experts alone: rmseDifficulty, meanError (estimate − truth; drift of the scale),
                             slope (of truth on estimate; stretch of the scale), coverage90 (of their own ± 1.645 SD)
  shown                      coverage90 of the bands as shown to the last 1,000 people: general, domains, competences
  recomputed                 the same on 1,000 people so far, recomputed under the new version
  panel                      the same on the new people of --panel, assessed under the new version
The curve is also printed on the standard error as it comes.
`;

const OPTIONS = ['people', 'seed', 'truth', 'rho', 'bank', 'panel', 'out'] as const;

/** Runs `arrival` on the words after its name. Throws a UsageError on anything it cannot understand. */
function run(words: string[]): void {
  const given = readOptions(words, OPTIONS);
  const people = wholeNumber(given.people, { name: 'people', low: 50, high: 100_000, otherwise: 10_000 });
  const seed = wholeNumber(given.seed, { name: 'seed', low: 0, high: 2 ** 32 - 1, otherwise: 1 });
  const truth = oneOf(given.truth, 'truth', ['expert', 'bank']);
  const between = decimal(given.rho, { name: 'rho', low: 0, high: 0.84, otherwise: 0.6 });
  const panel = wholeNumber(given.panel, { name: 'panel', low: 0, high: 100_000, otherwise: 1000 });
  const source = oneOf(given.bank, 'bank', ['content', 'generated']);
  const bank = source === 'content' ? contentBank() : generatedBank(seed);
  if (bank.items.length === 0) throw new UsageError('The bank has no question; try --bank generated.');

  process.stderr.write(`${HEADER}\n`);
  const correlations = { within: between + WITHIN_DOMAIN, between };
  const report = simulateArrival(bank, { people, seed, truth, correlations, panel }, (point) => {
    process.stderr.write(`${line(point)}\n`);
  });
  writeResult(report, given.out);
}

const HEADER =
  'people answers |  RMSE(b): nightly online experts | mean error  slope | shown: general domains competences | recomputed | panel';

function line(point: ArrivalPoint): string {
  const { nightly, online, experts, shown, recomputed, panel } = point;
  const share = (value: number) => value.toFixed(3);
  return [
    `${String(point.people).padStart(6)} ${String(point.answersPerQuestion.median).padStart(7)}`,
    `           ${share(nightly.rmseDifficulty)}  ${share(online.rmseDifficulty)}   ${share(experts.rmseDifficulty)}`,
    `    ${nightly.meanError.toFixed(3).padStart(6)}  ${share(nightly.slope)}`,
    `         ${share(shown.general)}   ${share(shown.domains)}       ${share(shown.competences)}`,
    `${share(recomputed.general)} ${share(recomputed.domains)} ${share(recomputed.competences)}`,
    panel ? `${share(panel.general)} ${share(panel.domains)} ${share(panel.competences)}` : '',
  ].join(' | ');
}

export const arrival: Command = {
  name: 'arrival',
  summary:
    'simulated people arrive while the questions are calibrated from their answers; how fast, how safely?',
  help: HELP,
  run,
};
