import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '../../..');
const START_LIMIT_MS = 300_000;
const END_LIMIT_MS = 20_000;

/** The demonstration, as people run it: a process of its own, an empty data folder, a port nobody uses. */
export type Application = {
  address: string;
  dataDir: string;
  /** Everything it has written on its outputs so far. */
  printed(): string;
  stop(): Promise<void>;
};

let started: Promise<Application> | undefined;

/** The application every test of this run visits: started by the first that asks, stopped after the last. */
export function theApplication(): Promise<Application> {
  started ??= startDemonstration();
  return started;
}

const closings: (() => Promise<void> | undefined)[] = [];

/** Closed after the last test, whatever fails to close: a browser left open would keep the run from ending. */
export function afterTheRun(close: () => Promise<void> | undefined): void {
  closings.push(close);
}

afterTheRun(() =>
  started?.then(
    (application) => application.stop(),
    () => undefined,
  ),
);

after(async () => {
  const outcomes = await Promise.allSettled(closings.map((close) => close()));
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n'));
});

/** `modules` are loaded by the application before its own code, which then tells its story anew. */
export async function startDemonstration(modules: readonly string[] = []): Promise<Application> {
  const dataDir = modules.length > 0 ? emptyFolder() : await copyOfTheStory();
  return startOn(dataDir, modules);
}

function emptyFolder(): string {
  mkdirSync(join(ROOT, 'var'), { recursive: true });
  return mkdtempSync(join(ROOT, 'var', 'journeys-'));
}

/** Under `node --test` each file is a process of its own, child of the runner. */
const RUNNER = Number(process.env.TEST_RUN) || (process.env.NODE_TEST_CONTEXT ? process.ppid : process.pid);
const STORY = 'story-of-';

/** The demonstration takes five seconds to invent its past: once a run, then copied for each process of tests. */
async function copyOfTheStory(): Promise<string> {
  const story = join(ROOT, 'var', `${STORY}${RUNNER}`);
  if (isFirstToAsk(`${story}-begun`)) {
    forgetFormerStories();
    const first = emptyFolder();
    await (await startOn(first, [], { keep: true })).stop();
    renameSync(first, story);
  }
  const deadline = performance.now() + START_LIMIT_MS;
  while (!existsSync(story)) {
    if (performance.now() > deadline) throw new Error(`${story} was begun by another process and never came`);
    await pause(100);
  }
  const copy = emptyFolder();
  // The server may run under another account, whose files stay its own.
  if (process.platform === 'win32') cpSync(story, copy, { recursive: true });
  else execFileSync('cp', ['-a', `${story}/.`, copy]);
  return copy;
}

function isFirstToAsk(mark: string): boolean {
  mkdirSync(join(ROOT, 'var'), { recursive: true });
  try {
    mkdirSync(mark);
    return true;
  } catch {
    return false;
  }
}

function forgetFormerStories(): void {
  for (const name of readdirSync(join(ROOT, 'var'))) {
    if (!name.startsWith(STORY) || isAlive(Number.parseInt(name.slice(STORY.length), 10))) continue;
    rmSync(join(ROOT, 'var', name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function startOn(
  dataDir: string,
  modules: readonly string[],
  { keep = false } = {},
): Promise<Application> {
  const imports = modules.flatMap((module) => ['--import', module]);
  const child = spawn(process.execPath, [...imports, 'src/start.mjs'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...withoutOurSettings(process.env),
      PORT: '0',
      DATA_DIR: dataDir,
      DEMO: '1',
      // It leaves with us, whatever kills us, as it leaves with npm.
      npm_lifecycle_event: 'journeys',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    await end(child, ended);
    if (!keep) rmSync(dataDir, { recursive: true, force: true });
    if (output.includes('incident ')) throw new Error(`The application noted incidents:\n${output}`);
  };
  const address = await printedAddress(child, () => output);
  if (address !== undefined) return { address, dataDir, printed: () => output, stop };
  await stop();
  throw new Error(`The application does not start. It printed:\n${output}`);
}

/** It says where it is once it answers there. */
async function printedAddress(child: ChildProcess, output: () => string): Promise<string | undefined> {
  const deadline = performance.now() + START_LIMIT_MS;
  while (child.exitCode === null && performance.now() < deadline) {
    const [address] = /http:\/\/localhost:\d+/.exec(output()) ?? [];
    if (address) return address;
    await pause(25);
  }
  return undefined;
}

async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), END_LIMIT_MS);
  await ended;
  clearTimeout(patience);
}

/** What the shell of a developer may hold must not change what is tried. */
function withoutOurSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = /^(npm_|NODE_|PG|DATABASE_URL|SMTP_URL|MAIL_FROM|PUBLIC_URL|BEHIND_PROXY|SERVICE_OFFICIEL)/i;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !ours.test(name)));
}
