import { writeFileSync } from 'node:fs';
import {
  type AdaptiveItem,
  criterionRule,
  defaultLimits,
  type PricedOptions,
  prepareBank,
  settledRule,
  simulateTests,
  type TestReport,
} from '../../../psychometrics/index.ts';
import { readOptions, UsageError, writeResult } from '../command-line/arguments.ts';
import { asRecord, readBank, readJson, required } from '../command-line/bank-file.ts';
import type { Command } from '../command-line/command.ts';
import { drawFrontier, type FrontierPoint } from './frontier-picture.ts';
import { readSimulees } from './simulees-file.ts';

const HELP = `Length of a test against the exposure of its most shown question, under tighter and tighter limits.

  npm run --silent psychometrics -- frontier --bank bank.json --simulees simulees.json --peers peers.json --svg FILE

Options
  --bank, --simulees  as for cat
  --peers  results of other programs on the same people: {"rows": [{"peer", "meanItems", "expoMax", "unused",
           "sharePrecise"}, …], "oracle": {"withPrior": {"meanItemsCapped30"}}}, the latter being the length when the
           ability is known beforehand
  --svg    file for the picture
  --out    file for the figures (default: the standard output)

Tests end at a standard error of 0.3 or 30 questions. Result (JSON): one line for each limit, without areas, with areas
balanced, the default rule (which asks questions beyond that where they are worth it), and maximum information
alone, each with the figures of cat.
`;

const GOAL = { standardError: 0.3, maximumLength: 30 };
const LIMITS = [1, 0.85, 0.71, 0.6, 0.5, 0.4, 0.3, 0.25, 0.2];

function run(words: string[]): void {
  const given = readOptions(words, ['bank', 'simulees', 'peers', 'svg', 'out']);
  const items = readBank(required(given.bank, 'bank'));
  const people = readSimulees(required(given.simulees, 'simulees'), items);
  const { peers, bound } = readPeers(required(given.peers, 'peers'));
  const picture = required(given.svg, 'svg');

  const simulate = (questions: readonly AdaptiveItem[], options: PricedOptions): TestReport => {
    const bank = prepareBank(questions);
    const limits = options.limits ?? defaultLimits(bank);
    process.stderr.write(`at most ${limits.most}…\n`);
    return simulateTests(bank, settledRule(bank, GOAL, { ...options, limits }), GOAL, people);
  };
  const withoutAreas = items.map(({ id, parameters }) => ({ id, parameters }));
  const { least } = defaultLimits(prepareBank(items));
  const curve = (questions: readonly AdaptiveItem[]) =>
    LIMITS.map((most) => ({
      most,
      ...simulate(questions, { limits: { most, least }, worth: Number.POSITIVE_INFINITY }),
    }));
  const free = curve(withoutAreas);
  const balanced = curve(items);
  const ours = simulate(items, {});
  const greedy = simulateTests(
    prepareBank(items),
    criterionRule('mfi', prepareBank(items), GOAL),
    GOAL,
    people,
  );
  const svg = drawFrontier({
    curves: [
      { name: 'this library, no areas', points: free.map(pointOf) },
      { name: 'this library, areas balanced', points: balanced.map(pointOf) },
    ],
    chosen: pointOf(ours),
    peers,
    bound,
  });
  try {
    writeFileSync(picture, svg);
  } catch (error) {
    throw new UsageError(`Cannot write ${picture}: ${(error as Error).message}`);
  }
  writeResult({ bound, free, balanced, default: ours, mfi: greedy }, given.out);
}

function pointOf(report: TestReport): FrontierPoint {
  return {
    exposure: report.maxExposure,
    length: report.meanItems,
    everyQuestionUsed: report.unusedShare === 0,
    reached: report.shareReached,
  };
}

function readPeers(path: string): { peers: (FrontierPoint & { name: string })[]; bound: number } {
  const file = asRecord(readJson(path));
  const bound = asRecord(asRecord(file?.oracle)?.withPrior)?.meanItemsCapped30;
  if (!Array.isArray(file?.rows) || typeof bound !== 'number') {
    throw new UsageError(
      `${path}: expected {"rows": […], "oracle": {"withPrior": {"meanItemsCapped30": …}}}.`,
    );
  }
  const peers = file.rows.map((value: unknown, index) => {
    const { peer, meanItems, expoMax, unused, sharePrecise } = asRecord(value) ?? {};
    const figures = [meanItems, expoMax, unused, sharePrecise];
    if (typeof peer !== 'string' || !figures.every((figure) => typeof figure === 'number')) {
      throw new UsageError(`${path}, row ${index + 1}: "peer" or one of its figures is missing.`);
    }
    return {
      name: peer,
      length: Number(meanItems),
      exposure: Number(expoMax),
      everyQuestionUsed: unused === 0,
      reached: Number(sharePrecise),
    };
  });
  return { peers, bound };
}

export const frontier: Command = {
  name: 'frontier',
  summary: 'length of an adaptive test against the exposure of its questions, as figures and a picture',
  help: HELP,
  run,
};
