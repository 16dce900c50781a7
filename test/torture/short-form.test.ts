import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

const ROOT = join(import.meta.dirname, '../..');

test('the short form of the battery loses and leaks nothing', async () => {
  const { code, output } = await run('scripts/torture.ts');
  assert.equal(code, 0, output);
  for (const row of [2, 3, 5, 6, 7, 8, 10, 11, 13, 14, 17]) {
    assert.match(output, new RegExp(`^held +${row}\\. `, 'm'), `row ${row} ran`);
  }
});

test('the short form of the load loses no answer, with one of two applications killed', async () => {
  const { code, output } = await run('scripts/load.ts');
  assert.equal(code, 0, output);
  assert.match(output, /answers acknowledged and not stored: 0/);
});

async function run(script: string): Promise<{ code: number | null; output: string }> {
  const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', script, '--short'], {
    cwd: ROOT,
    // It leaves with us, whatever kills us.
    env: { ...environment, npm_lifecycle_event: 'torture' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}
