// Codes that people read aloud and type. Scripts of pages use this too: nothing of Node alone.

/** Letters and digits that nobody takes for one another: no I, O, 0 or 1. */
export const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A sign a byte, each as likely as the others. */
export function signsFrom(bytes: Uint8Array): string {
  return [...bytes].map((byte) => SIGNS[byte % SIGNS.length]).join('');
}

const LENGTH = 8;
const SECRET = /^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/;

/** Forty bits, such as « K7M4-RT2B ». `bytes` are eight random bytes. */
export function secretFrom(bytes: Uint8Array): string {
  if (bytes.length !== LENGTH) throw new RangeError(`eight bytes expected, ${bytes.length} given`);
  const signs = signsFrom(bytes);
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** What somebody typed: spaces, dashes and case forgiven. Null when it cannot be one. */
export function readSecret(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const secret = `${signs.slice(0, 4)}-${signs.slice(4)}`;
  return SECRET.test(secret) ? secret : null;
}

export const newSecret = () => secretFrom(crypto.getRandomValues(new Uint8Array(LENGTH)));
