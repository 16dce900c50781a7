import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type Assets, buildAssets, keptAssets } from './assets.ts';

const [ours, official] = await Promise.all([
  buildAssets({ official: false }),
  buildAssets({ official: true }),
]);
const textOf = (assets: Assets, path: string) => Buffer.from(assets.byPath.get(path)!.body).toString();

test('a page needs four files, a style sheet, a script, a typeface and an icon; some ask for one script or one sheet more', () => {
  const { stylesheet, script, font, icon, islands, rooms, byPath } = ours;
  assert.deepEqual(
    new Set(byPath.keys()),
    new Set([stylesheet, script, font, icon, ...Object.values(islands), ...Object.values(rooms)]),
  );
  assert.ok(islands.names);
  assert.deepEqual(
    [stylesheet, script, font, icon].map((path) => byPath.get(path)!.type),
    ['text/css; charset=utf-8', 'text/javascript; charset=utf-8', 'font/woff2', 'image/svg+xml'],
  );
});

test('the name of a file changes with its content, so that it can be kept for ever', async () => {
  for (const path of ours.byPath.keys())
    assert.match(path, /^\/assets\/[a-z-]+-[\w-]{10}\.(css|js|woff2|svg)$/);
  assert.equal((await buildAssets({ official: false })).stylesheet, ours.stylesheet);
  assert.notEqual(official.stylesheet, ours.stylesheet);
  assert.equal(official.script, ours.script);
});

test('what is kept for the next start is what is built', async () => {
  assert.deepEqual(await keptAssets({ official: false }), ours);
  assert.deepEqual(await keptAssets({ official: false }), ours);
});

test('texts are compressed once, to the same bytes; a typeface already is', () => {
  for (const { body, encoded, type, path } of ours.byPath.values()) {
    if (type === 'font/woff2') {
      assert.deepEqual(encoded, {});
      continue;
    }
    assert.ok(Buffer.from(body).equals(brotliDecompressSync(encoded.br!)), path);
    assert.ok(Buffer.from(body).equals(gunzipSync(encoded.gzip!)), path);
    assert.ok(encoded.br!.length < body.length, path);
  }
});

test('the typeface of the State is sent only by the State', () => {
  assert.doesNotMatch(textOf(ours, ours.stylesheet), /Marianne|Spectral/);
  assert.match(textOf(ours, ours.stylesheet), /Source Sans 3/);
  assert.match(textOf(official, official.stylesheet), /Marianne/);
});

test('the style sheet asks for nothing that is not ours', () => {
  for (const assets of [ours, official]) {
    const css = textOf(assets, assets.stylesheet);
    const asked = [...css.matchAll(/url\(["']?(?!["']?data:)([^"')]+)/g)].map(([, url]) => url!);
    assert.ok(asked.length > 0);
    for (const url of asked) assert.ok(assets.byPath.has(url), url);
    assert.doesNotMatch(css, /@import/);
  }
});
