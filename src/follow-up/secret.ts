import { createHash, randomBytes } from 'node:crypto';
import { SIGNS } from './situations/code.ts';

// What is written on a sheet of paper, typed once on a phone, and kept as a hash: forty bits, behind a limit of tries.

const LENGTH = 8;
const SECRET = /^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/;

/** Such as « K7M4-RT2B ». `bytes` are eight random bytes. */
export function secretFrom(bytes: Uint8Array): string {
  if (bytes.length !== LENGTH) throw new RangeError(`eight bytes expected, ${bytes.length} given`);
  const signs = [...bytes].map((byte) => SIGNS[byte % SIGNS.length]).join('');
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** What somebody typed: spaces, dashes and case forgiven. Null when it cannot be one. */
export function readSecret(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const secret = `${signs.slice(0, 4)}-${signs.slice(4)}`;
  return SECRET.test(secret) ? secret : null;
}

/** The same signs given for two purposes are two secrets. */
export function hashSecret(purpose: 'questionnaire' | 'own-file' | 'session', secret: string): Buffer {
  return createHash('sha256').update(`${purpose} ${secret}`).digest();
}

export const newSecret = () => secretFrom(randomBytes(LENGTH));
/** What the device keeps once the secret was typed: nobody guesses it. */
export const newSession = () => randomBytes(32).toString('base64url');
