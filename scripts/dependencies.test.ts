import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../src/root.ts';
import { isPermissive, notPermissive } from './dependencies/licences.ts';
import { locked, manifest, nameIn, read } from './dependencies/lock.ts';
import { page } from './dependencies/page.ts';
import { REASONS, reasonOf } from './dependencies/reasons.ts';

const direct = Object.keys({
  ...manifest.dependencies,
  ...manifest.optionalDependencies,
  ...manifest.devDependencies,
});

test('the page of dependencies is what the lock file says, each with its reason', () => {
  const text = page(read('scripts/dependencies/measured.json'));
  assert.equal(readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8'), text, 'npm run dependencies');
  const used = new Set(direct.map((name) => reasonOf(name)[0]));
  assert.deepEqual(
    Object.keys(REASONS).filter((key) => !used.has(key)),
    [],
    'a reason for nothing',
  );
});

test('every package that runs in production may be used, changed and given by anybody', () => {
  assert.ok([...locked.values()].filter(({ dev }) => !dev).length > 80);
  assert.deepEqual(notPermissive(), []);
  for (const licence of ['GPL-3.0-only', 'AGPL-3.0', 'UNLICENSED', 'unknown', 'MIT AND GPL-2.0']) {
    assert.equal(isPermissive(licence), false, licence);
  }
  assert.equal(isPermissive('(MIT OR GPL-3.0)'), true);
});

test('no package runs a script when it is installed: those that carry one are known, and refused twice', () => {
  const carrying = [...locked]
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([folder]) => nameIn(folder));
  const { allowScripts } = read('package.json') as { allowScripts: Record<string, boolean> };
  assert.deepEqual(Object.keys(allowScripts).sort(), carrying.sort());
  assert.ok(Object.values(allowScripts).every((allowed) => !allowed));
  assert.match(readFileSync(join(ROOT, '.npmrc'), 'utf8'), /^ignore-scripts=true$/m);
});
