import { summarize } from '../bench/samples.ts';
import type { Machine } from '../torture/report.ts';
import type { Crowd, Phase } from './crowd.ts';

export const AIMS = { p95Ms: 200, p99Ms: 500 };

export type PhaseReport = {
  name: string;
  asked: number;
  seconds: number;
  perSecond: number;
  answer: { p50: number; p95: number; p99: number; longest: number };
  page: { p50: number; p95: number; p99: number; longest: number };
  errors: number;
  cuts: number;
};

export function reportOf({ seen }: Crowd, phases: readonly Phase[]): PhaseReport[] {
  return phases.map(({ name, perSecond, seconds }) => {
    const { answers, pages, errors, cuts } = seen.get(name)!;
    return {
      name,
      asked: perSecond,
      seconds,
      perSecond: answers.length / seconds,
      answer: summarize(answers),
      page: summarize(pages),
      errors: errors.length,
      cuts,
    };
  });
}

export function describe(phases: readonly PhaseReport[], lost: number, machine: Machine): string {
  const { cores, processor, memoryGb, node, busy } = machine;
  return [
    `${cores} cores ${processor}, ${memoryGb} GB, node ${node}, load ${busy.toFixed(1)}`,
    '',
    '| phase | s | answers/s | answer p50 / p95 / p99 ms | page p50 / p95 / p99 ms | 5xx | cut and back | aims |',
    '|---|---|---|---|---|---|---|---|',
    ...phases.map(
      ({ name, seconds, perSecond, answer, page, errors, cuts }) =>
        `| ${name} | ${Math.round(seconds)} | ${perSecond.toFixed(1)} | ${percentiles(answer)} | ${percentiles(page)} | ${errors} | ${cuts} | ${aims(answer)} |`,
    ),
    '',
    `answers acknowledged and not stored: ${lost}`,
  ].join('\n');
}

function percentiles({ p50, p95, p99 }: PhaseReport['answer']): string {
  return [p50, p95, p99].map((value) => value.toFixed(0)).join(' / ');
}

function aims({ p95, p99 }: PhaseReport['answer']): string {
  return `p95 < ${AIMS.p95Ms}: ${p95 < AIMS.p95Ms ? 'yes' : 'NO'}, p99 < ${AIMS.p99Ms}: ${p99 < AIMS.p99Ms ? 'yes' : 'NO'}`;
}
