import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { loadContent } from './content/index.ts';
import { once, onceAwaited } from './kept.ts';

let folder: string;
let place: string;
let times: number;
const here = () => ({ paths: [folder] });
const read = () => {
  times += 1;
  return new Map([['one', times]]);
};

describe('what was read', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'perseverance-kept-'));
    place = join(folder, '..', `${folder}-place`);
    times = 0;
    writeFileSync(join(folder, 'a.yaml'), 'a: 1');
  });
  afterEach(() => {
    for (const path of [folder, place]) rmSync(path, { recursive: true, force: true });
  });

  test('a folder is read once, and again when a byte, a name or a file of it changes', () => {
    assert.deepEqual(once('content', here(), read, place), new Map([['one', 1]]));
    assert.deepEqual(once('content', here(), read, place), new Map([['one', 1]]));
    writeFileSync(join(folder, 'a.yaml'), 'a: 2');
    assert.deepEqual(once('content', here(), read, place), new Map([['one', 2]]));
    writeFileSync(join(folder, 'b.yaml'), 'b: 2');
    assert.deepEqual(once('content', here(), read, place), new Map([['one', 3]]));
    assert.equal(readdirSync(place).length, 1, 'what is no longer of use is not kept');
  });

  test('what takes several steps is made once too, and not kept when a step fails', async () => {
    await assert.rejects(
      onceAwaited('content', here(), () => Promise.reject(new Error('no')), place),
      /no/,
    );
    const make = async () => read();
    assert.deepEqual(await onceAwaited('content', here(), make, place), new Map([['one', 1]]));
    assert.deepEqual(await onceAwaited('content', here(), make, place), new Map([['one', 1]]));
  });

  test('a test changes nothing of what is made', () => {
    assert.deepEqual(once('content', here(), read, place), new Map([['one', 1]]));
    writeFileSync(join(folder, 'a.test.ts'), '');
    assert.deepEqual(once('content', here(), read, place), new Map([['one', 1]]));
  });

  test('what cannot be read is not kept', () => {
    const fail = () => {
      times += 1;
      throw new Error('no');
    };
    assert.throws(() => once('content', here(), fail, place), /no/);
    assert.throws(() => once('content', here(), fail, place), /no/);
    assert.equal(times, 2);
  });

  test('a damaged copy, or a place where nothing can be written, costs a reading and nothing else', () => {
    once('content', here(), read, place);
    for (const name of readdirSync(place)) writeFileSync(join(place, name), 'damaged');
    assert.deepEqual(once('content', here(), read, place), new Map([['one', 2]]));
    assert.deepEqual(once('content', here(), read, join(folder, 'a.yaml', 'place')), new Map([['one', 3]]));
  });

  test('a text and a folder, or two names, are kept side by side', () => {
    once('content', here(), read, place);
    assert.deepEqual(once('story', { paths: [], text: 'Bonjour' }, read, place), new Map([['one', 2]]));
    assert.deepEqual(once('story-two', { paths: [], text: 'Bonjour' }, read, place), new Map([['one', 3]]));
    assert.deepEqual(once('story', { paths: [], text: 'Bonsoir' }, read, place), new Map([['one', 4]]));
    assert.deepEqual(once('story-two', { paths: [], text: 'Bonjour' }, read, place), new Map([['one', 3]]));
    assert.deepEqual(once('content', here(), read, place), new Map([['one', 1]]));
  });

  test('the content that is kept is the content that is read', () => {
    const kept = loadContent();
    assert.deepEqual(loadContent(), kept);
    assert.deepEqual(loadContent(join(import.meta.dirname, '../content')), kept);
  });
});
