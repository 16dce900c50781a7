import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ENTRY = new URL('../psychometrics/index.ts', import.meta.url).href;
const readme = readFileSync(join(ROOT, 'psychometrics/README.md'), 'utf8');
const examples = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => match[1]!);
const folder = mkdtempSync(join(tmpdir(), 'psychometrics-readme-'));
after(() => rmSync(folder, { recursive: true }));

/** What an example of the README prints, run as it stands in a process of its own. */
function run(example: string, name: string): string {
  const file = join(folder, `${name}.ts`);
  writeFileSync(file, example.replace("'./index.ts'", JSON.stringify(ENTRY)));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', file], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', NODE_TEST_CONTEXT: undefined },
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** Lines of an example, without its imports and its empty lines. */
function linesOf(example: string): number {
  return example
    .replace(/^import [\s\S]*?;$/gm, '')
    .split('\n')
    .filter((line) => line.trim() !== '').length;
}

test('the README shows a profile, a calibration and an adaptive test', () => {
  assert.equal(examples.length, 3);
});

test('an adaptive profile takes 20 lines, and they run: a band after each of three stages', () => {
  const [profile] = examples;
  assert.ok(linesOf(profile!) <= 20, `${linesOf(profile!)} lines`);
  const bands = [...run(profile!, 'profile').matchAll(/low: (-?[\d.]+), high: (-?[\d.]+)/g)];
  assert.equal(bands.length, 3 * (1 + 5));
  for (const [, low, high] of bands) assert.ok(Number(low) < Number(high));
});

test('the calibration of the README runs, and finds all four questions with their standard errors', () => {
  const printed = run(examples[1]!, 'calibration');
  for (const id of ['first', 'second', 'third', 'fourth']) assert.match(printed, new RegExp(`^${id} `, 'm'));
  assert.equal(printed.match(/intercepts: \[/g)?.length, 4);
});

test('an adaptive test on one ability takes 20 lines, and they run', () => {
  const adaptive = examples[2]!;
  assert.ok(linesOf(adaptive) <= 20, `${linesOf(adaptive)} lines`);
  const [mean, standardError] = run(adaptive, 'test').trim().split(' ').map(Number);
  assert.ok(Math.abs(mean!) < 1 && standardError! > 0.3 && standardError! < 1);
});
