import { createHash, randomBytes } from 'node:crypto';

// What is written on a sheet of paper, typed once on a phone, and kept as a hash, behind a limit of tries.

/** The same signs given for two purposes are two secrets. */
export function hashSecret(purpose: 'questionnaire' | 'own-file' | 'session', secret: string): Buffer {
  return createHash('sha256').update(`${purpose} ${secret}`).digest();
}

/** What the device keeps once the secret was typed: nobody guesses it. */
export const newSession = () => randomBytes(32).toString('base64url');
