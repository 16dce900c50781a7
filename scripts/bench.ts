import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrokenPromises } from '../src/assessment/series/oracle.store.ts';
import { loadContent } from '../src/content/index.ts';
import type { Db } from '../src/database/connection.ts';
import { watchOverLife } from '../src/process-life.ts';
import { measureAdaptive } from './bench/adaptive.ts';
import { type RunningApplication, startApplication } from './bench/application.ts';
import { type BareStack, measureBareStack } from './bench/bare-stack.ts';
import { measureCalibration } from './bench/calibration.ts';
import { sendCrowd } from './bench/crowd.ts';
import { measureEngine } from './bench/engine.ts';
import { measureFirstVisit } from './bench/first-visit.ts';
import { countAnswers, createPeople, openRunningDatabase, runningDatabase } from './bench/people.ts';
import { measureProfile } from './bench/profile.ts';
import {
  type Bench,
  describeBench,
  describeLibrary,
  describeMemory,
  isConsistent,
  type Level,
  type LibraryBench,
  type MemoryBench,
} from './bench/report.ts';
import { measureReviews } from './bench/reviews.ts';
import { describeWorkshop, measureWorkshop } from './bench/workshop.ts';

const HELP = `npm run bench [-- --quick]: measures the application as it is shipped, prints a table and writes var/bench.json.

The real application is started on an empty folder under var/ and a free port, with its embedded database, fsync on.
1, 20 then 100 people take positionnements over HTTP without pausing to think. Everything is removed at the end.
The exit code is 1 when an answer acknowledged is missing, or a series broken; an aim missed is only said.

  --quick     2 seconds per level instead of 8, calibration up to 10 000 people instead of 1 000 000 (a minute, 1 GB)
  --workshop  a workshop of forty phones alone
  --memory    the memory of the application alone, before and after the same workshop and the same people
  --library   the measurement library alone: choices, calibration, correlations; the application is not started
`;

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RESULT = join(ROOT, 'var/bench.json');
const CROWDS = [
  { atOnce: 1, reading: true },
  { atOnce: 20, reading: true },
  { atOnce: 100, reading: true },
  { atOnce: 20, reading: false },
];
/** Each can give 24 answers: enough for 3 000 answers a second. */
const PEOPLE_PER_SECOND = 125;
const ENGINE_PEOPLE = 400;
const ADAPTIVE_PEOPLE = 200;

const say = (line: string) => process.stderr.write(`${line}\n`);
const life = watchOverLife(say);

main().catch((error: Error) => {
  say(error.message);
  return life.end(1);
});

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      quick: { type: 'boolean' },
      library: { type: 'boolean' },
      workshop: { type: 'boolean' },
      memory: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return life.end();
  }
  const mostCalibrated = values.quick ? 10_000 : 1_000_000;
  if (values.library) {
    process.stdout.write(`${describeLibrary(await measureLibrary(mostCalibrated))}\n`);
    return life.end();
  }
  if (values.workshop) {
    const dataDir = createFolder();
    const application = await start(dataDir);
    const db = openRunningDatabase(dataDir);
    life.beforeEnd(() => db.destroy());
    const workshop = await measureWorkshop(db, application.port, loadContent());
    process.stdout.write(`${describeWorkshop(workshop)}\n`);
    return life.end(workshop.acknowledged === workshop.counted ? 0 : 1);
  }
  const times = values.quick ? { warmUpMs: 500, measuredMs: 2_000 } : { warmUpMs: 2_000, measuredMs: 8_000 };
  if (values.memory) {
    process.stdout.write(`${describeMemory(await measureMemory(times))}\n`);
    return life.end();
  }
  const bench = await measure({
    ...times,
    mostCalibrated,
    peopleWithCards: values.quick ? 10_000 : 100_000,
  });
  writeFileSync(RESULT, `${JSON.stringify(bench, null, 2)}\n`);
  process.stdout.write(`${describeBench(bench)}\n`);
  await life.end(isConsistent(bench) ? 0 : 1);
}

async function measureLibrary(mostPeople: number): Promise<LibraryBench> {
  say('measurement…');
  // First, so that the memory told is its own.
  const calibration = await measureCalibration({ mostPeople });
  return {
    calibration,
    adaptive: measureAdaptive(ADAPTIVE_PEOPLE),
    profile: measureProfile(ADAPTIVE_PEOPLE),
  };
}

async function measure(times: {
  warmUpMs: number;
  measuredMs: number;
  mostCalibrated: number;
  peopleWithCards: number;
}): Promise<Bench> {
  const machine = {
    processor: cpus()[0]?.model.trim() ?? '',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    busy: loadavg()[0]!,
  };
  const content = loadContent();
  const engine = measureEngine(content, ENGINE_PEOPLE);
  const library = await measureLibrary(times.mostCalibrated);

  const dataDir = createFolder();
  say('first and second start…');
  const first = await start(dataDir);
  await first.stop();
  const application = await start(dataDir);
  const db = openRunningDatabase(dataDir);
  life.beforeEnd(() => db.destroy());
  const [visitor] = await createPeople(db, 1);
  const firstVisit = await measureFirstVisit(application.port, visitor!);

  say('workshop…');
  const workshop = await measureWorkshop(db, application.port, content);

  const memoryBefore = application.memory();
  const levels: Level[] = [];
  const bareStack: BareStack[] = [];
  const measureBare = async (atOnce: number) => {
    say(`${atOnce} at once, on the bare stack…`);
    const tokens = await createPeople(db, peopleFor(atOnce, times));
    bareStack.push(
      await measureBareStack(runningDatabase(dataDir), tokens, { atOnce, ...times }, life.beforeEnd),
    );
  };
  for (const crowd of CROWDS) {
    if (!crowd.reading) await measureBare(crowd.atOnce);
    levels.push(await measureLevel(application, db, crowd, times));
    if (!crowd.reading) await measureBare(crowd.atOnce);
  }
  const memoryAfter = application.memory();
  say('what was told is compared with what is recorded…');
  const recorded = await countAnswers(db);
  const brokenPromises = await findBrokenPromises(db, content);
  say('reviews due…');
  return {
    at: new Date().toISOString(),
    machine,
    questions: content.questions.length,
    engine,
    ...library,
    coldStartMs: first.startMs,
    warmStartMs: application.startMs,
    firstVisit,
    memoryBefore,
    memoryAfter,
    levels,
    bareStack,
    acknowledged: levels.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
    recorded,
    brokenPromises,
    reviews: await measureReviews(db, times.peopleWithCards),
    workshop,
  };
}

type Times = { warmUpMs: number; measuredMs: number };

async function measureLevel(
  application: RunningApplication,
  db: Db,
  { atOnce, reading }: (typeof CROWDS)[number],
  times: Times,
): Promise<Level> {
  const { warmUpMs, measuredMs } = times;
  say(`${atOnce} at once${reading ? '' : ', answers only'}, ${(warmUpMs + measuredMs) / 1000} s…`);
  const tokens = await createPeople(db, peopleFor(atOnce, times));
  const { port, process } = application;
  const crowd = sendCrowd({ port, application: process, tokens, atOnce, reading, warmUpMs, measuredMs });
  life.beforeEnd(async () => crowd.leave());
  return { atOnce, reading, seconds: measuredMs / 1000, ...(await crowd.report) };
}

function peopleFor(atOnce: number, { warmUpMs, measuredMs }: Times): number {
  return (PEOPLE_PER_SECOND * (warmUpMs + measuredMs)) / 1000 + atOnce;
}

async function measureMemory(times: Times): Promise<MemoryBench> {
  const dataDir = createFolder();
  await (await start(dataDir)).stop();
  const application = await start(dataDir);
  const db = openRunningDatabase(dataDir);
  life.beforeEnd(() => db.destroy());
  await measureWorkshop(db, application.port, loadContent());
  const before = application.memory();
  let answers = 0;
  for (const crowd of CROWDS) answers += (await measureLevel(application, db, crowd, times)).acknowledged;
  return { before, after: application.memory(), answers };
}

function createFolder(): string {
  mkdirSync(join(ROOT, 'var'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'var/bench-'));
  life.beforeEnd(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function start(dataDir: string): Promise<RunningApplication> {
  return startApplication(ROOT, dataDir, life.beforeEnd);
}
