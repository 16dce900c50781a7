import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../src/root.ts';

const MAPS = ['README.md', 'docs/architecture.md'];
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const foldersOf = (path: string) =>
  readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

test('every room is on both maps of the house', () => {
  for (const map of MAPS) {
    const text = textOf(map);
    assert.deepEqual(
      foldersOf('src').filter((room) => !text.includes(`\`src/${room}/\``)),
      [],
      map,
    );
  }
});

test('the map says what each part of a room holds', () => {
  const text = textOf('docs/architecture.md');
  for (const room of foldersOf('src')) {
    const line = text.split('\n').find((one) => one.startsWith('|') && one.includes(`\`src/${room}/\``))!;
    const parts = foldersOf(`src/${room}`);
    assert.deepEqual(
      parts.filter((part) => !line.includes(`\`${part}/\``)),
      [],
      room,
    );
  }
});

test('what the maps name exists', () => {
  for (const map of MAPS) {
    const named = [...textOf(map).matchAll(/`((?:src|test|scripts|docs|content|psychometrics)\/[\w./-]+)`/g)];
    assert.ok(named.length > 10);
    assert.deepEqual(
      named.map(([, path]) => path!).filter((path) => !existsSync(join(ROOT, path))),
      [],
      map,
    );
  }
});
