/** A seeded stream of pseudo-random numbers. Drawing from it advances it. */
export type Random = {
  /** Uniform on [0, 1), 32 bits of resolution. */
  uniform(): number;
  /** Standard normal, mean 0 and standard deviation 1. */
  normal(): number;
  /** Integer in 0 … count − 1. */
  integer(count: number): number;
};

/**
 * Mixes any list of numbers and texts into one unsigned 32-bit seed, so that independent streams can be
 * derived from one seed (for instance seed + position, or seed + question).
 * FNV-1a over the parts, finished by the MurmurHash3 mixer (Appleby 2011). Nothing throws.
 */
export function deriveSeed(...parts: readonly (number | string)[]): number {
  return mix(absorbAll(parts));
}

/** Uniform number on [0, 1) attached to a list of numbers and texts: always the same for the same list. Nothing throws. */
export function uniformFrom(...parts: readonly (number | string)[]): number {
  return deriveSeed(...parts) / 4294967296;
}

/**
 * The same for many lists that begin alike: `uniformsFrom(a, b)(c)` is `uniformFrom(a, b, c)`, what they have in common
 * being mixed once.
 */
export function uniformsFrom(...beginning: readonly (number | string)[]): (last: number | string) => number {
  const begun = absorbAll(beginning);
  return (last) => mix(absorb(begun, last)) / 4294967296;
}

/**
 * Starts the stream of a seed. Any finite number is a seed; equal seeds give equal streams.
 * Generator sfc32 (Doty-Humphrey, PractRand), warmed up by 12 draws; normals by Marsaglia's polar method.
 * Nothing throws.
 */
export function createRandom(...seed: readonly (number | string)[]): Random {
  let a = deriveSeed(...seed, 'a');
  let b = deriveSeed(...seed, 'b');
  let c = deriveSeed(...seed, 'c');
  let counter = 1;
  let spare: number | null = null;

  function next(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  }
  for (let draw = 0; draw < 12; draw += 1) next();

  const uniform = () => next() / 4294967296;
  function normal(): number {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) {
        const factor = Math.sqrt((-2 * Math.log(square)) / square);
        spare = y * factor;
        return x * factor;
      }
    }
  }
  return { uniform, normal, integer: (count) => Math.floor(uniform() * count) };
}

function absorbAll(parts: readonly (number | string)[]): number {
  let hash = 0x811c9dc5;
  for (const part of parts) hash = absorb(hash, part);
  return hash;
}

function absorb(hash: number, part: number | string): number {
  const mixed = typeof part === 'number' ? absorbNumber(hash, part) : absorbText(hash, part);
  return Math.imul(mixed ^ 0xff, 0x01000193);
}

const numberBits = new DataView(new ArrayBuffer(8));

function absorbNumber(hash: number, value: number): number {
  numberBits.setFloat64(0, value);
  const high = Math.imul(hash ^ mix(numberBits.getUint32(0)), 0x01000193);
  return Math.imul(high ^ mix(numberBits.getUint32(4)), 0x01000193);
}

function absorbText(hash: number, value: string): number {
  let result = hash;
  for (let index = 0; index < value.length; index += 1) {
    result = Math.imul(result ^ value.charCodeAt(index), 0x01000193);
  }
  return result;
}

function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
