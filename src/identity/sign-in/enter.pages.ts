import type { Visit } from '../../web/index.ts';
import { writeSessionCookie } from '../cookie.ts';
import { withReturnPath } from './return-path.ts';

/** Opens the space under a new cookie: where the person was going, after the first visit if it is one. */
export function enter(
  { app, http }: Visit,
  { token, welcomed }: { token: string; welcomed: boolean },
  returnPath: string | null,
): Response {
  writeSessionCookie(http, app.settings, token);
  return http.redirect(
    welcomed ? (returnPath ?? '/mon-espace') : withReturnPath('/bienvenue', returnPath),
    303,
  );
}
