import type { AdaptiveBench } from './adaptive.ts';
import type { Memory } from './application.ts';
import { type BareStack, describeBareStack } from './bare-stack.ts';
import { type CalibrationTiming, describeCalibration } from './calibration.ts';
import type { CrowdReport } from './crowd.ts';
import type { FirstVisit } from './first-visit.ts';
import { describeProfile, type ProfileBench } from './profile.ts';
import { describeReviews, type ReviewsBench } from './reviews.ts';
import type { Summary } from './samples.ts';
import { describeWorkshop, type WorkshopBench } from './workshop.ts';

export type Level = CrowdReport & { atOnce: number; reading: boolean; seconds: number };

/** What the measurement library costs, without the application. */
export type LibraryBench = {
  adaptive: AdaptiveBench;
  profile: ProfileBench;
  calibration: CalibrationTiming[];
};

export type Bench = LibraryBench & {
  at: string;
  machine: { processor: string; cores: number; memoryGb: number; node: string; busy: number };
  questions: number;
  engine: Summary;
  coldStartMs: number;
  warmStartMs: number;
  firstVisit: FirstVisit;
  memoryBefore: Memory | null;
  memoryAfter: Memory | null;
  levels: Level[];
  bareStack: BareStack[];
  acknowledged: number;
  recorded: number;
  /** What the oracle finds broken: contiguous positions, audit lines, states replayed from the answers. */
  brokenPromises: string[];
  reviews: ReviewsBench;
  workshop: WorkshopBench;
};

/** What the bench aims at, on a machine of two cores. */
const AIMS = {
  engineMs: 0.2,
  answersPerSecond: 600,
  p99Ms: 60,
  p99AtOnce: 20,
  memoryMb: 200,
  reviewsMs: 1000,
};

export function isConsistent({ acknowledged, recorded, brokenPromises, workshop }: Bench): boolean {
  return (
    recorded === acknowledged && workshop.acknowledged === workshop.counted && brokenPromises.length === 0
  );
}

export function describeBench(bench: Bench): string {
  const { machine } = bench;
  return [
    `${machine.cores} cores ${machine.processor}, ${machine.memoryGb} GB, node ${machine.node}, load before ${machine.busy.toFixed(1)}`,
    '',
    table(figuresOf(bench)),
    '',
    'People at once, each without thinking: start, question page, answer, … , debrief. ms: p50 / p95 / p99.',
    'A cycle is an answer and the page after it. Processor: ms an answer, with its page and its share of the rest, of',
    'the application + the database (+ the people).',
    '',
    table([
      ['people', 'answers/s', 'pages/s', 'answer', 'question page', 'cycle', 'processor', 'aim'],
      ...bench.levels.map((level) => [
        level.reading ? String(level.atOnce) : `${level.atOnce}, answers only`,
        level.perSecond.answer.toFixed(0),
        (level.perSecond.question + level.perSecond.other).toFixed(0),
        percentiles(level.durations.answer),
        ...(level.reading
          ? [percentiles(level.durations.question), percentiles(level.durations.cycle)]
          : ['', '']),
        processorOf(level),
        aimOf(level),
      ]),
    ]),
    '',
    describeBareStack(bench.bareStack, bench.levels.find(({ reading }) => !reading)!),
    '',
    `${describeReviews(bench.reviews)}; ${verdict(Math.max(...bench.reviews.milliseconds) < AIMS.reviewsMs, `< ${AIMS.reviewsMs} ms`)}`,
    describeWorkshop(bench.workshop),
    '',
    'People and their sessions are put straight into the database; all the rest goes through HTTP.',
    '',
    describeLibrary(bench),
  ].join('\n');
}

export type MemoryBench = { before: Memory | null; after: Memory | null; answers: number };

export function describeMemory({ before, after, answers }: MemoryBench): string {
  const rows = [
    ['after the start', memory(before)],
    [`after ${answers} answers`, memory(after)],
  ];
  return table([['memory', ''], ...rows]);
}

export function describeLibrary({ adaptive, profile, calibration }: LibraryBench): string {
  return [
    'One-dimensional adaptive test, made-up banks',
    ...adaptive.choice.map(
      ({ questions, milliseconds, aim }) =>
        `one choice among ${questions}: ${milliseconds.p50.toFixed(4)} ms (aim < ${aim})`,
    ),
    '',
    describeProfile(profile),
    '',
    describeCalibration(calibration),
  ].join('\n');
}

function figuresOf(bench: Bench): string[][] {
  const { engine, firstVisit, memoryAfter, memoryBefore } = bench;
  return [
    ['', 'measured', 'aim'],
    [
      `answer taken in and next question chosen, ${bench.questions} questions`,
      `${engine.p50.toFixed(3)} ms (p99 ${engine.p99.toFixed(3)})`,
      verdict(engine.p50 < AIMS.engineMs, `< ${AIMS.engineMs} ms`),
    ],
    ['first start: empty folder, nothing compiled', `${(bench.coldStartMs / 1000).toFixed(1)} s`, ''],
    ['second start', `${(bench.warmStartMs / 1000).toFixed(1)} s`, ''],
    ['first visit of a question', `${kilobytes(firstVisit.bytes)} in ${firstVisit.requests} requests`, ''],
    ['  its fonts', `${kilobytes(firstVisit.fontBytes)} in ${firstVisit.fontRequests}`, ''],
    ['memory after the start', memory(memoryBefore), ''],
    [
      'memory after the load',
      memory(memoryAfter),
      memoryAfter ? verdict(memoryAfter.server < AIMS.memoryMb, `< ${AIMS.memoryMb} MB`) : '',
    ],
    [
      'answers acknowledged, recorded',
      `${bench.acknowledged}, ${bench.recorded}`,
      verdict(bench.recorded === bench.acknowledged, 'equal'),
    ],
    [
      'promises broken (positions, audit, states replayed)',
      String(bench.brokenPromises.length),
      verdict(bench.brokenPromises.length === 0, 'none'),
    ],
  ];
}

function aimOf({ atOnce, reading, perSecond, durations }: Level): string {
  if (atOnce < AIMS.p99AtOnce || !reading) return '';
  const rate = verdict(perSecond.answer >= AIMS.answersPerSecond, `≥ ${AIMS.answersPerSecond}/s`);
  if (atOnce > AIMS.p99AtOnce) return rate;
  return `${rate}, ${verdict(durations.answer.p99 < AIMS.p99Ms, `p99 < ${AIMS.p99Ms} ms`)}`;
}

function verdict(reached: boolean, aim: string): string {
  return `${aim}: ${reached ? 'yes' : 'NO'}`;
}

function memory(measured: Memory | null): string {
  if (!measured) return 'only measured on Linux';
  const { server, highest, compiler } = measured;
  return `${server.toFixed(0)} MB (highest ${highest.toFixed(0)}), compiler ${compiler.toFixed(0)}`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function percentiles({ p50, p95, p99 }: Summary): string {
  return [p50, p95, p99].map((value) => value.toFixed(1)).join(' / ');
}

function processorOf({ processor }: Level): string {
  if (!processor) return '';
  const { application, database, crowd } = processor;
  return `${application.toFixed(2)} + ${database.toFixed(2)} (+ ${crowd.toFixed(2)})`;
}

function table(rows: readonly string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}
