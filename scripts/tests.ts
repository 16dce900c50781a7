import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../src/root.ts';
import { PARTS, type Task } from './tests/parts.ts';

const HELP = `npm test [-- PART …] [options]: checks and tests everything, or these parts: ${PARTS.map(({ name }) => name).join(', ')}.

Two processes at a time. Files of unit tests share processes: starting costs more than running most of them. What a
process printed is shown when it fails, and kept in var/tests/. A part that fails ends the run.

  --verbose   shows what every process prints
  --alone     gives each file a process, as « node --test » does: no test may lean on another
  --lanes N   processes at a time (2)

One file: node --import tsx --test PATH
`;

const FOLDER = join(ROOT, 'var/tests');
const SUMMARY = /^ℹ (tests|suites|pass|fail|cancelled|skipped|todo|duration_ms)\b/;
const running = new Set<ChildProcess>();
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
} else process.exitCode = (await runParts()) ? 0 : 1;

async function runParts(): Promise<boolean> {
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, tasks } of PARTS) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const began = performance.now();
    say(`\n${name}`);
    const passed = await runAll(tasks(values.alone));
    say(`${name}: ${passed ? 'passed' : 'FAILED'} in ${secondsSince(began)} s`);
    if (!passed) return false;
  }
  return true;
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
  const passed = code === 0 && !(task.tests && count === 0);
  writeFileSync(join(FOLDER, `${task.name.replaceAll(/[^\w.]+/g, '-')}.log`), output);
  const counted = task.tests ? `, ${count} tests` : '';
  say(`${passed ? '  ok  ' : 'FAILED'} ${secondsSince(began).padStart(4)} s  ${task.name}${counted}`);
  if (!passed || values.verbose) say(output);
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

function secondsSince(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(0);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
