import { signsFrom } from '../../codes/index.ts';

export const CODE_PATTERN = /^[A-HJ-NP-Z2-9]{2}-[A-HJ-NP-Z2-9]{3}$/;

/** A code that says nothing of the pupil, such as « K7-M4R ». `bytes` are five random bytes. */
export function codeFrom(bytes: Uint8Array): string {
  if (bytes.length !== 5) throw new RangeError(`five bytes expected, ${bytes.length} given`);
  const signs = signsFrom(bytes);
  return `${signs.slice(0, 2)}-${signs.slice(2)}`;
}

/** What somebody typed, as a code: spaces, dashes and case forgiven. Null when it cannot be one. */
export function readCode(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const code = `${signs.slice(0, 2)}-${signs.slice(2)}`;
  return CODE_PATTERN.test(code) ? code : null;
}
