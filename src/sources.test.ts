import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { told } from './sources.ts';

const FAILING = `const said: string = 'broken';

export function fails(): never {
  throw new Error(said, { cause: new Error('the cause') });
}
`;

test('an error of a built file is told with its places in the sources, its cause as well', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'perseverance-sources-'));
  try {
    writeFileSync(join(folder, 'failing.ts'), FAILING);
    const outfile = join(folder, 'built.mjs');
    buildSync({
      entryPoints: [join(folder, 'failing.ts')],
      outfile,
      bundle: true,
      format: 'esm',
      minifyWhitespace: true,
      sourcemap: true,
    });
    const { fails } = await import(pathToFileURL(outfile).href);
    const error = await Promise.resolve()
      .then(fails)
      .catch((thrown: Error) => thrown);
    const text = told(error);
    assert.match(text, /Error: broken/);
    assert.equal(text.match(/failing\.ts:4:\d+/g)?.length, 2, text);
    assert.doesNotMatch(text, /built\.mjs/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('what has no map is told as it is', () => {
  const text = 'Error: broken\n    at file:///nowhere/built.mjs:3:4';
  assert.equal(told(text), text);
  assert.match(told(new Error('here')), /sources\.test\.ts:\d+/);
});
