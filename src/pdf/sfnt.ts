import { inflateSync } from 'node:zlib';

const HEADER = { woff: 44, sfnt: 12 };
const ENTRY = { woff: 20, sfnt: 16 };

/**
 * A typeface out of its WOFF wrapping (W3C, WOFF 1.0): its tables inflated once, where fontkit would inflate them again
 * for every document, which doubles its cost.
 */
export function unwrapWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file');
  const count = woff.readUInt16BE(12);
  const sfnt = Buffer.alloc(woff.readUInt32BE(16));
  const power = Math.floor(Math.log2(count));
  sfnt.writeUInt32BE(woff.readUInt32BE(4), 0);
  sfnt.writeUInt16BE(count, 4);
  sfnt.writeUInt16BE(2 ** power * ENTRY.sfnt, 6);
  sfnt.writeUInt16BE(power, 8);
  sfnt.writeUInt16BE((count - 2 ** power) * ENTRY.sfnt, 10);
  let end = HEADER.sfnt + count * ENTRY.sfnt;
  for (let table = 0; table < count; table++) {
    const from = HEADER.woff + table * ENTRY.woff;
    const [offset, packed, length, checksum] = [4, 8, 12, 16].map((at) => woff.readUInt32BE(from + at)) as [
      number,
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    const entry = HEADER.sfnt + table * ENTRY.sfnt;
    woff.copy(sfnt, entry, from, from + 4);
    sfnt.writeUInt32BE(checksum, entry + 4);
    sfnt.writeUInt32BE(end, entry + 8);
    sfnt.writeUInt32BE(length, entry + 12);
    sfnt.set(packed < length ? inflateSync(bytes) : bytes, end);
    end += Math.ceil(length / 4) * 4;
  }
  return sfnt;
}
