import {
  answerCollector,
  type CalibratedItem,
  type Calibration,
  type CalibrationItem,
  difficultiesOf,
} from '../../../psychometrics/index.ts';
import { oneOf, readOptions, UsageError, wholeNumber, writeResult } from '../command-line/arguments.ts';
import { required } from '../command-line/bank-file.ts';
import type { Command } from '../command-line/command.ts';
import { type Responses, readResponses } from '../command-line/responses.ts';
import { calibrateInParallel } from './calibrate-in-parallel.ts';

const HELP = `Estimates the parameters of questions from the answers of many people (marginal maximum likelihood).

  npm run --silent psychometrics -- calibrate --model 2PL --in responses.csv --out parameters.json

Options
  --model    1PL: one common discrimination; 2PL (default); GPCM: ordered credits, generalised partial credit;
             GRM: ordered credits, graded response
  --in       answers: a header of question ids, one row a person, empty for a question not asked. 0 and 1 for 1PL and
             2PL; whole numbers for GPCM and GRM, whose scores, in order, are credits 0, 1, 2 …
  --weights  name of the column that says how many people answered so (any number of at least 0)
  --nodes    quadrature nodes over -6 … 6 (default 61); doubled when that would change logLik by more than 0.005
  --workers  threads (default: one, or all processors above 400,000 answers)
  --out      file for the result (default: the standard output)

Result (JSON)
  model, logLik, aic, bic, people, parameters, iterations
  converged        false when no maximum was reached: "reason" says why, and nothing of the rest should be used
  largestScore     largest derivative of logLik by a slope a or an intercept -ab at the end
  nodes, quadratureError   nodes used in the end; what twice as many would change in logLik
  information      positive-definite, or not-identified: the answers cannot tell the parameters apart, "se" is null
  seconds          time taken, without reading the file
  items            [{id, a, b, se: {a, b}, answers}]; P = 1 / (1 + exp(-a (theta - b))) with theta N(0, 1). "b" is a number,
                   or a list of steps (GPCM) or thresholds (GRM). "scores" names what credits 0, 1 … stand for. A
                   question nobody answered, or all alike, has a, b and se null and a "reason"
`;

const OPTIONS = ['model', 'in', 'weights', 'nodes', 'workers', 'out'] as const;

const MODELS = { '1PL': 'choice', '2PL': 'choice', GPCM: 'graded', GRM: 'graded-response' } as const;
type ModelName = keyof typeof MODELS;

async function run(words: string[]): Promise<void> {
  const given = readOptions(words, OPTIONS);
  const model = oneOf<ModelName>(given.model, 'model', ['2PL', '1PL', 'GPCM', 'GRM']);
  const path = required(given.in, 'in');
  const nodes = wholeNumber(given.nodes, { name: 'nodes', low: 11, high: 2001, otherwise: 61 });
  const workers = wholeNumber(given.workers, { name: 'workers', low: 0, high: 64, otherwise: 0 });
  const responses = readResponses(path, given.weights === undefined ? {} : { textColumns: [given.weights] });
  const answers = answersOf(responses, path, model, given.weights);
  const items = responses.ids.map((id): CalibrationItem => ({ id, model: MODELS[model] }));

  const began = performance.now();
  const result = await calibrateInParallel(answers, items, {
    discrimination: model === '1PL' ? 'common' : 'free',
    nodes,
    ...(workers > 0 ? { workers } : {}),
    onStep: (step) => step % 10 === 0 && process.stderr.write(`${step} passes over the answers\n`),
  });
  const seconds = (performance.now() - began) / 1000;
  for (const line of warnings(result)) process.stderr.write(`${line}\n`);
  writeResult(describe(model, result, seconds), given.out);
}

/** Throws a UsageError naming the row (1 is the header) and the column of a score or a weight out of range. */
function answersOf(
  { ids, rows, extra }: Responses,
  path: string,
  model: ModelName,
  weights: string | undefined,
) {
  if (rows.length === 0) throw new UsageError(`${path}: there is no row of answers below the header.`);
  const collector = answerCollector();
  for (const [person, row] of rows.entries()) {
    const place = `${path}, row ${person + 2}, column`;
    collector.person(
      weights === undefined ? 1 : weightOf(extra.get(weights)![person]!, `${place} "${weights}"`),
    );
    for (let item = 0; item < row.length; item += 1) {
      const score = row[item]!;
      if (score < 0) continue;
      if (score > 1 && MODELS[model] === 'choice') {
        throw new UsageError(
          `${place} "${ids[item]}": ${score} is not 0 or 1, as ${model} needs (empty: not asked).`,
        );
      }
      collector.answer(item, score);
    }
  }
  return collector.collected();
}

function weightOf(text: string, place: string): number {
  const weight = text === '' ? Number.NaN : Number(text);
  if (weight >= 0 && Number.isFinite(weight)) return weight;
  throw new UsageError(`${place}: "${text}" is not a number of people (0 or more).`);
}

function describe(model: ModelName, result: Calibration, seconds: number) {
  return {
    model,
    logLik: result.logLikelihood,
    aic: result.aic,
    bic: result.bic,
    people: result.people,
    parameters: result.parameters,
    iterations: result.iterations,
    converged: result.converged,
    ...(result.reason === null ? {} : { reason: result.reason, unbounded: result.unbounded }),
    largestScore: result.largestScore,
    nodes: result.nodes,
    quadratureError: result.quadratureError,
    information: result.information,
    seconds: Math.round(seconds * 1000) / 1000,
    items: result.items.map((item) => describeItem(item)),
  };
}

function describeItem(item: CalibratedItem) {
  const { id, answers } = item;
  if (item.status === 'left-out') return { id, a: null, b: null, se: null, reason: item.reason, answers };
  const { parameters } = item;
  const isList = parameters.model !== 'choice';
  const shape = (values: readonly number[]) => (isList ? values : values[0]!);
  const errors = item.status === 'estimated' ? item.standardErrors : null;
  return {
    id,
    a: parameters.discrimination,
    b: shape(difficultiesOf(parameters)),
    se: errors && { a: errors.discrimination, b: shape(errors.difficulties) },
    ...(item.status === 'estimated' && isList ? { scores: item.scores } : {}),
    answers,
  };
}

/** What whoever typed the command must not miss. */
function warnings(result: Calibration): string[] {
  const lines: string[] = [];
  if (!result.converged) {
    const which = result.unbounded.length > 0 ? ` (${result.unbounded.join(', ')})` : '';
    lines.push(`NOT CONVERGED: ${result.reason}${which}. The estimates should not be used.`);
  }
  if (result.information === 'not-identified') {
    lines.push('The answers do not identify all parameters: there are no standard errors.');
  }
  for (const item of result.items) {
    if (item.status === 'left-out') lines.push(`Left out, ${item.reason}: ${item.id}`);
    if (item.status === 'estimated' && item.parameters.discrimination < 0) {
      lines.push(`Works backwards (negative discrimination): ${item.id}`);
    }
  }
  return lines;
}

export const calibrateResponses: Command = {
  name: 'calibrate',
  summary: 'parameters of questions from the answers of many people (1PL, 2PL, GPCM, GRM)',
  help: HELP,
  run,
};
