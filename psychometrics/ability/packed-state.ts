import type { AbilityState } from './state.ts';

const BYTES = 8;

/**
 * A state as bytes, for keeping: the means, then the lower triangle of the covariance row by row, each a 64-bit
 * float, highest byte first. Nothing is rounded: the state read back is the same to the last bit, its covariance
 * being symmetric. n competences take 4 n (n + 3) bytes: 1,216 for 16. The state is not checked; nothing throws.
 */
export function packState({ mean, covariance }: AbilityState): Uint8Array {
  const count = mean.length;
  const bytes = new Uint8Array(packedLength(count));
  const view = new DataView(bytes.buffer);
  let place = 0;
  for (const value of mean) {
    view.setFloat64(place, value);
    place += BYTES;
  }
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      view.setFloat64(place, covariance[row * count + column]!);
      place += BYTES;
    }
  }
  return bytes;
}

/** The state that these bytes keep. Throws a RangeError when they keep none. */
export function unpackState(bytes: Uint8Array): AbilityState {
  const count = Math.round((Math.sqrt(9 + bytes.length) - 3) / 2);
  if (count < 1 || packedLength(count) !== bytes.length) {
    throw new RangeError(`${bytes.length} bytes are no packed state`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const mean = new Array<number>(count);
  const covariance = new Array<number>(count * count);
  let place = 0;
  for (let index = 0; index < count; index += 1) {
    mean[index] = view.getFloat64(place);
    place += BYTES;
  }
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const value = view.getFloat64(place);
      covariance[row * count + column] = value;
      covariance[column * count + row] = value;
      place += BYTES;
    }
  }
  return { mean, covariance };
}

function packedLength(count: number): number {
  return BYTES * (count + (count * (count + 1)) / 2);
}
