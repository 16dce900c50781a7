import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../src/root.ts';
import { FIRST, PARTS, STAGES, type Task } from './tests/parts.ts';

const HELP = `npm test [-- PART …] [options]: checks and tests everything, or these parts: ${PARTS.map(({ name }) => name).join(', ')}.

Two processes at a time. Files of unit tests share processes: starting costs more than running most of them. What failed
is shown, what a process printed is kept in var/tests/. A part that fails ends the run.

  --verbose   shows what every process prints
  --alone     gives each file a process, as « node --test » does: no test may lean on another
  --lanes N   processes at a time (2)

One file: node --import tsx --test PATH
`;

const FOLDER = join(ROOT, 'var/tests');
const MOST_LINES = 200;
const SUMMARY = /^ℹ (tests|suites|pass|fail|cancelled|skipped|todo|duration_ms)\b/;
const running = new Set<ChildProcess>();
const totals = { tests: 0, pass: 0, fail: 0, skipped: 0 };
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(128 + constants.signals[signal]);
  });
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    verbose: { type: 'boolean', default: false },
    alone: { type: 'boolean', default: false },
    lanes: { type: 'string', default: '2' },
  },
});
const unknown = positionals.filter((asked) => !PARTS.some(({ name }) => name === asked));
if (values.help) process.stdout.write(HELP);
else if (unknown.length > 0) {
  process.stderr.write(`No part ${unknown.join(', ')}.\n${HELP}`);
  process.exitCode = 1;
} else {
  process.exitCode = (await runStages()) ? 0 : 1;
  say('');
  for (const [what, count] of Object.entries(totals)) say(`ℹ ${what} ${count}`);
}

async function runStages(): Promise<boolean> {
  mkdirSync(FOLDER, { recursive: true });
  for (const stage of STAGES) {
    const parts = PARTS.filter(({ name }) => stage.includes(name) && isAsked(name));
    if (parts.length === 0) continue;
    const began = performance.now();
    const title = parts.map(({ name }) => name).join(', ');
    say(`\n${title}`);
    const tasks = parts.flatMap((part) => part.tasks(values.alone));
    const passed = await runAll(tasks.sort((one, other) => rankOf(one) - rankOf(other)));
    say(`${title}: ${passed ? 'passed' : 'FAILED'} in ${secondsSince(began)} s`);
    if (!passed) return false;
  }
  return true;
}

function isAsked(part: string): boolean {
  return positionals.length === 0 || positionals.includes(part);
}

function rankOf({ name }: Task): number {
  const rank = FIRST.indexOf(name);
  return rank < 0 ? FIRST.length : rank;
}

async function runAll(tasks: readonly Task[]): Promise<boolean> {
  const waiting = [...tasks];
  let passed = tasks.length > 0;
  const lane = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) passed = (await run(task)) && passed;
  };
  await Promise.all(Array.from({ length: Number(values.lanes) }, lane));
  return passed;
}

async function run(task: Task): Promise<boolean> {
  const began = performance.now();
  const { code, output } = await outcomeOf(task);
  const count = Number(/^ℹ tests (\d+)$/m.exec(output)?.[1] ?? 0);
  for (const what of Object.keys(totals) as (keyof typeof totals)[])
    totals[what] += Number(new RegExp(`^ℹ ${what} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  const passed = code === 0 && !(task.tests && count === 0);
  writeFileSync(join(FOLDER, `${task.name.replaceAll(/[^\w.]+/g, '-')}.log`), output);
  const counted = task.tests ? `, ${count} tests` : '';
  say(`${passed ? '  ok  ' : 'FAILED'} ${secondsSince(began).padStart(4)} s  ${task.name}${counted}`);
  if (values.verbose) say(output);
  else if (!passed) say(lastLinesOf(output));
  else
    for (const line of output.split('\n'))
      if (line.startsWith('ℹ') && !SUMMARY.test(line)) say(`         ${line}`);
  return passed;
}

async function outcomeOf({ command }: Task): Promise<{ code: number | null; output: string }> {
  const [program, ...words] = command;
  const child = spawn(program!, words, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    // What the processes of one run share is named after it.
    env: { ...process.env, TEST_RUN: String(process.pid) },
  });
  running.add(child);
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => pieces.push(piece));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  running.delete(child);
  return { code, output: Buffer.concat(pieces).toString() };
}

/** Failures come last; one of what tests stand on makes hundreds, all in the log. */
function lastLinesOf(output: string): string {
  const lines = output.split('\n');
  const failures = lines.lastIndexOf('✖ failing tests:');
  const shown = failures < 0 ? lines.slice(-MOST_LINES) : lines.slice(failures, failures + MOST_LINES);
  return [...shown, lines.length > shown.length ? `… the rest is in ${FOLDER}` : ''].join('\n');
}

function secondsSince(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(0);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
