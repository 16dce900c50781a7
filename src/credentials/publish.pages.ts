import type { Context } from 'hono';
import { anyone, originOf, type Route, refuse, route, type Visit } from '../web/index.ts';
import { findPublicBadge, findRevokedPlaces } from './badge.store.ts';
import { issuerProfile, statusCredential } from './badge-document.ts';
import { findPublicKeys, findSigningKey } from './key.store.ts';
import { signCredential } from './signing.ts';

/** What programs read to check a badge, at addresses that never change. */
export const publishRoutes: Route[] = [
  route('GET', '/badges/emetteur', anyone, ({ app, http }) =>
    sendJson(http, issuerProfile(originOf(http, app.settings))),
  ),
  route('GET', '/badges/cles', anyone, sendKeys),
  route('GET', '/badges/cles/:thumbprint', anyone, sendKey),
  route('GET', '/badges/statuts', anyone, sendStatuses),
  route('GET', '/badges/:id/badge.jwt', anyone, sendToken),
];

function sendJson(http: Context, body: object): Response {
  http.header('Content-Type', 'application/json');
  return send(http, JSON.stringify(body));
}

/** Another site may read it in a browser; nothing here depends on who asks. */
function send(http: Context, body: string): Response {
  http.header('Cache-Control', 'public, max-age=300');
  http.header('Access-Control-Allow-Origin', '*');
  http.header('Cross-Origin-Resource-Policy', 'cross-origin');
  http.header('X-Robots-Tag', 'noindex');
  return http.body(body, 200);
}

async function sendKeys({ app, http }: Visit): Promise<Response> {
  return sendJson(http, { keys: await findPublicKeys(app.db, originOf(http, app.settings)) });
}

async function sendKey(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const keys = await findPublicKeys(app.db, originOf(http, app.settings));
  const key = keys.find(({ kid }) => kid.endsWith(`/${http.req.param('thumbprint')}`));
  return key ? sendJson(http, key) : refuse(visit, 'absent');
}

async function sendStatuses(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const origin = originOf(http, app.settings);
  const key = await findSigningKey(app.db, app.settings, origin, app.now());
  if (!key) return refuse(visit, 'absent');
  const list = statusCredential(origin, await findRevokedPlaces(app.db), app.now());
  http.header('Content-Type', 'application/vc+jwt');
  return send(http, await signCredential(list, key));
}

async function sendToken(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const badge = await findPublicBadge(app.db, http.req.param('id') ?? '');
  if (!badge?.token) return refuse(visit, 'absent');
  http.header('Content-Type', 'application/vc+jwt');
  http.header('Content-Disposition', 'attachment; filename="badge.jwt"');
  return send(http, badge.token);
}
