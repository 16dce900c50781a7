import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isSecure, type Settings } from '../../web/index.ts';

/** A day: what a phone that ran out of power during a workshop finds again. */
const SECONDS = 86_400;

function nameFor(http: Context, settings: Settings): string {
  return isSecure(http, settings) || !settings.demonstration ? '__Host-atelier' : 'atelier';
}

/** The secret of this phone: good for one workshop, and for nothing else. */
export function readPlace(http: Context, settings: Settings): string | null {
  const secret = getCookie(http, nameFor(http, settings));
  return secret && /^[\w-]{43}$/.test(secret) ? secret : null;
}

export function writePlace(http: Context, settings: Settings, secret: string): void {
  const name = nameFor(http, settings);
  setCookie(http, name, secret, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: name.startsWith('__Host-'),
    path: '/',
    maxAge: SECONDS,
  });
}
