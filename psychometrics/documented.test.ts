import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as library from './index.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** What is written above the declaration of each value the library gives, by its name. */
const comments = new Map(
  [...read('./index.ts').matchAll(/export \{([^}]*)\} from '(\.\/[^']+)'/g)].flatMap(
    ([, names, path]): [string, string][] => {
      const source = read(path!);
      return names!
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '))
        .map((name) => {
          const declaration = new RegExp(
            `(/\\*\\*(?:(?!\\*/)[^])*\\*/)\\s*export (?:function\\*?|const) ${name}\\b`,
          );
          return [name, declaration.exec(source)?.[1] ?? ''];
        });
    },
  ),
);

test('everything the library gives says above it what it is', () => {
  assert.deepEqual([...comments.keys()].sort(), Object.keys(library).sort());
  const bare = [...comments].filter(([, comment]) => comment.length < 30).map(([name]) => name);
  assert.deepEqual(bare, []);
});

test('every function says what it throws, or that it throws nothing', () => {
  const silent = Object.entries(library)
    .filter(([name, value]) => typeof value === 'function' && !/throws?\b/i.test(comments.get(name)!))
    .map(([name]) => name);
  assert.deepEqual(silent, []);
});
