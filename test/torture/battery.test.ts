import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from './short-form.ts';

test('the short form of the battery loses and leaks nothing', async () => {
  const { code, output } = await run('scripts/torture.ts');
  assert.equal(code, 0, output);
  for (const row of [2, 3, 5, 6, 7, 8, 10, 11, 13, 14, 17]) {
    assert.match(output, new RegExp(`^held +${row}\\. `, 'm'), `row ${row} ran`);
  }
});
