import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isSecure, type Settings } from '../web/index.ts';

/** Who holds a sheet of paper, without an account: a questionnaire, or the file kept under a code. */
type Holder = 'questionnaire' | 'own-file';

function nameFor(http: Context, settings: Settings, holder: Holder): string {
  return isSecure(http, settings) || !settings.demonstration ? `__Host-${holder}` : holder;
}

export function readHolder(http: Context, settings: Settings, holder: Holder): string | undefined {
  const session = getCookie(http, nameFor(http, settings, holder));
  return session && /^[\w-]{43}$/.test(session) ? session : undefined;
}

/** Gone with the window of the browser: several pupils may share a tablet. */
export function writeHolder(http: Context, settings: Settings, holder: Holder, session: string): void {
  const name = nameFor(http, settings, holder);
  setCookie(http, name, session, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: name.startsWith('__Host-'),
    path: '/',
  });
}

export function clearHolder(http: Context, settings: Settings, holder: Holder): void {
  const name = nameFor(http, settings, holder);
  deleteCookie(http, name, { path: '/', secure: name.startsWith('__Host-') });
}
