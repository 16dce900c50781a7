import { createHash, randomBytes } from 'node:crypto';

/** A session ends after two hours without a page, and after twelve hours in any case: school computers are shared. */
export const IDLE_HOURS = 2;
export const ABSOLUTE_HOURS = 12;
/** Whoever needs more time keeps it this long, with or without a page (RGAA 13.1 asks for 20 hours at least). */
export const LONG_HOURS = 24;

/** The last visit is written at most once in this many minutes. */
export const SEEN_EVERY_MINUTES = 5;

/** 256 bits, known to the browser alone; the database keeps its hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Drawn from the token, which no script can read; the token cannot be drawn from it. */
export function shareOf(token: string): string {
  return createHash('sha256').update(`share ${token}`).digest('base64url');
}

export function hoursBefore(now: Date, hours: number): Date {
  return new Date(now.getTime() - hours * 3_600_000);
}
