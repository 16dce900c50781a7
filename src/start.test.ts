import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ROOT } from './root.ts';

const root = mkdtempSync(join(tmpdir(), 'perseverance-start-'));
const main = join(root, 'src/main.ts');
const built = join(root, 'var/built/application.mjs');
mkdirSync(join(root, 'src'));
mkdirSync(join(root, 'psychometrics'));
for (const name of ['start.mjs', 'mark.mjs']) cpSync(join(ROOT, 'src', name), join(root, 'src', name));
for (const name of ['package.json', 'package-lock.json']) cpSync(join(ROOT, name), join(root, name));
symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));

after(() => rmSync(root, { recursive: true, force: true }));

const saying = (text: string) => writeFileSync(main, `const said: string = '${text}';\nconsole.log(said);\n`);
const start = () =>
  execFileSync(process.execPath, [join(root, 'src/start.mjs')], { encoding: 'utf8' }).trim();

test('what is built is run again as it is, and built again once a byte of the code has changed', () => {
  saying('un');
  assert.equal(start(), 'un');
  writeFileSync(built, readFileSync(built, 'utf8').replace('un', 'gardé'));
  assert.equal(start(), 'gardé', 'it was not built again');
  saying('deux');
  assert.equal(start(), 'deux');
});

test('what was cut short is built again', () => {
  saying('trois');
  assert.equal(start(), 'trois');
  writeFileSync(built, readFileSync(built, 'utf8').slice(0, 20));
  assert.equal(start(), 'trois');
});

test('a place where nothing can be written costs a slower start and nothing else', () => {
  saying('quatre');
  rmSync(join(root, 'var'), { recursive: true });
  writeFileSync(join(root, 'var'), '');
  assert.equal(start(), 'quatre');
});
