import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { unwrapWoff } from './sfnt.ts';

const FILE = '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff';
const woff = readFileSync(fileURLToPath(import.meta.resolve(FILE)));

/** Sum of the table as big-endian words, as the format defines it. */
function checksum(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) {
    sum = (sum + Buffer.concat([table.subarray(at, at + 4), Buffer.alloc(4)]).readUInt32BE(0)) >>> 0;
  }
  return sum;
}

test('every table comes out of its wrapping whole', () => {
  const sfnt = unwrapWoff(woff);
  const count = sfnt.readUInt16BE(4);
  assert.equal(count, woff.readUInt16BE(12));
  for (let table = 0; table < count; table++) {
    const entry = 12 + 16 * table;
    const tag = sfnt.toString('latin1', entry, entry + 4);
    const offset = sfnt.readUInt32BE(entry + 8);
    const bytes = Buffer.from(sfnt.subarray(offset, offset + sfnt.readUInt32BE(entry + 12)));
    // The sum of « head » leaves out one of its own fields.
    if (tag === 'head') bytes.writeUInt32BE(0, 8);
    assert.equal(checksum(bytes), sfnt.readUInt32BE(entry + 4), tag);
  }
});

test('what is no typeface is refused', () => {
  assert.throws(() => unwrapWoff(Buffer.from('%PDF-1.7')), /not a WOFF/);
});
