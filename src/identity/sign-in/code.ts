import { createHash, createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

export const CODE_MINUTES = 15;
export const CODE_ATTEMPTS = 5;

/** By the hour. A whole school shares one internet address. */
export const LIMITS = {
  /** From one network to one address; then from all of them, so that nobody uses up what the owner of the address asks for. */
  codesByEmailAndAddress: 5,
  codesByEmail: 20,
  /** Apart from those, so that nobody spends them from inside. */
  workCodesByEmail: 10,
  codesByAddress: 60,
  attemptsByAddress: 300,
  questionnairesByAddress: 200,
  ownFileByAddress: 40,
  ownFileByCode: 10,
  workshopCodesByAddress: 300,
  groupCodesByPerson: 40,
  affiliationMailsByPerson: 10,
  invitationsByPerson: 60,
  verificationsByAddress: 120,
  documentsByPerson: 120,
} as const;
export type Limit = keyof typeof LIMITS;

export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** Bound to its row, so that two equal codes do not look alike in the database. */
export function hashCode(id: string, code: string): Buffer {
  return createHmac('sha256', id).update(code).digest();
}

export function isCode(stored: Buffer, id: string, code: string): boolean {
  return timingSafeEqual(stored, hashCode(id, code));
}

export function codeExpiry(now: Date): Date {
  return new Date(now.getTime() + CODE_MINUTES * 60_000);
}

/** The six digits, however they were pasted, or null. */
export function parseCode(typed: string): string | null {
  const digits = typed.replace(/[\s.\u00a0-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

const emailSchema = z.email().max(254);

/** An e-mail address in the form it is compared in, or null. */
export function parseEmail(typed: string): string | null {
  const result = emailSchema.safeParse(typed.trim().toLowerCase());
  return result.success ? result.data : null;
}

/** What a limit counts: the hour is part of the hash, so that nobody can be followed from one hour to the next. */
export function bucketOf(limit: Limit, counted: string, windowStart: Date): string {
  const hash = createHash('sha256').update(`${windowStart.toISOString()} ${counted}`).digest('base64url');
  return `${limit}:${hash}`;
}

export function startOfHour(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
}

export function codeMail(to: string, code: string) {
  return {
    to,
    subject: 'Votre code de connexion',
    text: `Bonjour,

Votre code de connexion à l’Application Persévérance :

    ${code}

Il est valable ${CODE_MINUTES} minutes et ne sert qu’une fois.

Vous n’avez rien demandé ? Ignorez ce message : sans ce code, personne ne peut entrer.
Ne le donnez à personne : nous ne vous le demanderons jamais.
`,
  };
}
