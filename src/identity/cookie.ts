import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isSecure, type Settings } from '../web/index.ts';
import { ABSOLUTE_HOURS } from './session.ts';

/**
 * `__Host-` binds the cookie to this host over a secure channel. Only the demonstration may be reached by plain
 * http from another machine; it then falls back to an ordinary cookie.
 */
function nameFor(http: Context, settings: Settings): string {
  return isSecure(http, settings) || !settings.demonstration ? '__Host-session' : 'session';
}

export function readSessionCookie(http: Context, settings: Settings): string | undefined {
  const token = getCookie(http, nameFor(http, settings));
  return token && /^[\w-]{43}$/.test(token) ? token : undefined;
}

export function writeSessionCookie(
  http: Context,
  settings: Settings,
  token: string,
  hours: number = ABSOLUTE_HOURS,
): void {
  keep(http, nameFor(http, settings), token, hours * 3600);
}

export function clearSessionCookie(http: Context, settings: Settings): void {
  forget(http, nameFor(http, settings));
}

const PENDING_MINUTES = 15;

/** The address a code was just sent to: kept out of addresses of pages, histories and logs. */
export function readPendingEmail(http: Context, settings: Settings): string | undefined {
  const value = getCookie(http, pendingName(http, settings));
  return value === undefined ? undefined : Buffer.from(value, 'base64url').toString('utf8');
}

export function writePendingEmail(http: Context, settings: Settings, email: string): void {
  keep(http, pendingName(http, settings), Buffer.from(email).toString('base64url'), PENDING_MINUTES * 60);
}

export function clearPendingEmail(http: Context, settings: Settings): void {
  forget(http, pendingName(http, settings));
}

function pendingName(http: Context, settings: Settings): string {
  return nameFor(http, settings).replace('session', 'courriel');
}

/** What one attempt to sign in at a provider must find again; it lives as long as that page may stay open. */
export function readAttemptCookie(http: Context, settings: Settings): string | undefined {
  return getCookie(http, attemptName(http, settings));
}

export function writeAttemptCookie(http: Context, settings: Settings, value: string): void {
  keep(http, attemptName(http, settings), value, ATTEMPT_MINUTES * 60);
}

export function clearAttemptCookie(http: Context, settings: Settings): void {
  forget(http, attemptName(http, settings));
}

const ATTEMPT_MINUTES = 30;

function attemptName(http: Context, settings: Settings): string {
  return nameFor(http, settings).replace('session', 'fournisseur');
}

/** Read by this site alone, never by a script. */
function keep(http: Context, name: string, value: string, seconds: number): void {
  setCookie(http, name, value, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: name.startsWith('__Host-'),
    path: '/',
    maxAge: seconds,
  });
}

function forget(http: Context, name: string): void {
  deleteCookie(http, name, { path: '/', secure: name.startsWith('__Host-') });
}
