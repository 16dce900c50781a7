import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from './short-form.ts';

test('the short form of the load loses no answer, with one of two applications killed', async () => {
  const { code, output } = await run('scripts/load.ts');
  assert.equal(code, 0, output);
  assert.match(output, /answers acknowledged and not stored: 0/);
});
