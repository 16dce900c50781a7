import { randomBytes } from 'node:crypto';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isDatabaseAway, isUnstorableText, withoutValues } from '../database/index.ts';
import { say, tells } from '../log/index.ts';
import type { Asset } from './assets.ts';
import { incident, refuse } from './page/refusals.tsx';
import type { Along } from './reading.ts';
import type { Application, Settings, Viewer, Visit } from './request.ts';
import type { Route } from './route.ts';
import { isSameOriginWrite, securityHeaders } from './security.ts';

const LARGEST_BODY = 64 * 1024;

/** Routes that make a document to take away. */
const TAKEN_AWAY = /[./](pdf|csv)$|^\/mes-donnees\.json$/;

/** What the site needs to know of people. */
export type Gate = {
  /** Who is signed in, and the row their page reads along. */
  findViewer: (
    http: Context,
    app: Application,
    along?: Along,
  ) => Promise<{ viewer: Viewer; read: unknown } | null>;
  /** Whether somebody may take one more document away: making one costs more than a page. */
  mayTake?: (app: Application, viewer: Viewer) => Promise<boolean>;
  /** What somebody who must sign in first is shown; what they were sending is not lost. */
  signInFirst: (visit: Visit) => Promise<Response> | Response;
};

/** The whole site as one function from a request to a response: assets, then routes, then refusals. */
export function createServer(app: Application, routes: readonly Route[], gate: Gate): Hono {
  const server = new Hono();
  const signedOut = (http: Context): Visit => ({ http, app, viewer: null });

  server.use(securityHeaders(app.settings));
  // No address of ours has it, and no database can look for it.
  server.use(async (http, next) => {
    if (http.req.path.includes('\0')) return refuse(signedOut(http), 'absent');
    await next();
    return undefined;
  });
  const asset = '/assets/:name';
  server.get(
    asset,
    observed(app, 'GET', asset, (http) =>
      serveAsset(http, app.assets.byPath.get(http.req.path), signedOut(http)),
    ),
  );

  const counted = bodyLimit({
    maxSize: LARGEST_BODY,
    onError: (http) => refuse(signedOut(http), 'too-large'),
  });
  // A length that is said is kept to by Node: only what comes in pieces needs counting.
  const notTooLarge: MiddlewareHandler = (http, next) =>
    http.req.method === 'GET' || Number(http.req.header('content-length')) <= LARGEST_BODY
      ? next()
      : counted(http, next);
  for (const { method, path, admits, fromAnywhere, handler, along } of routes) {
    const answer = async (http: Context): Promise<Response> => {
      if (method === 'POST' && !fromAnywhere && !isSameOriginWrite(http, app.settings)) {
        const formType = http.req.header('content-type')?.startsWith('application/x-www-form-urlencoded');
        return refuse(signedOut(http), formType ? 'foreign-form' : 'wrong-type');
      }
      // Who sends a form is asked once all of it is there: a form sent word by word would outlive the roles it began with.
      if (method === 'POST') await http.req.text();
      const found = await gate.findViewer(http, app, along);
      const viewer = found?.viewer ?? null;
      const visit = { http, app, viewer };
      const admission = admits(viewer, app.settings);
      if ('viewer' in admission) {
        if (viewer && TAKEN_AWAY.test(path) && (await gate.mayTake?.(app, viewer)) === false)
          return refuse(visit, 'too-many-documents');
        try {
          return await handler({ ...visit, viewer: admission.viewer } as Visit<never>, found?.read ?? null);
        } catch (error) {
          // Somebody who erased their account from another page meanwhile is signed out, which is no bug.
          if (!viewer || (await gate.findViewer(http, app))) throw error;
          return gate.signInFirst({ ...visit, viewer: null });
        }
      }
      if (admission.refused === 'welcome-first') return http.redirect('/bienvenue', 303);
      if (admission.refused === 'sign-in-first') return gate.signInFirst(visit);
      return refuse(visit, 'absent');
    };
    server.on(method, path, notTooLarge, observed(app, method, path, answer));
  }

  const methodsOf = (path: string) =>
    [
      ...new Set(server.routes.filter((known) => matches(known.path, path)).map((known) => known.method)),
    ].filter((method) => method !== 'ALL');
  const nothingThere = async (http: Context) => {
    const found = await gate.findViewer(http, app);
    const visit = { http, app, viewer: found?.viewer ?? null };
    const methods = methodsOf(http.req.path);
    return methods.length > 0 && !methods.includes(http.req.method)
      ? refuse(visit, 'wrong-method', { Allow: methods.join(', ') })
      : refuse(visit, 'absent');
  };
  server.notFound(observed(app, 'ANY', 'absent', nothingThere));

  server.onError((error, http) => {
    if (isDatabaseAway(error)) return refuse(signedOut(http), 'no-database', { 'Retry-After': '10' });
    if (isUnstorableText(error)) return refuse(signedOut(http), 'unstorable');
    const number = newNumber();
    app.watch?.happened('incident');
    const { method, routePath: route } = http.req;
    const request = requestNumber(http, app.settings);
    const known = { incident: number, ...(request && { request }), method, route };
    say('error', { event: 'incident', ...known, error: withoutValues(error) });
    return incident(signedOut(http), number);
  });
  return server;
}

/** Short enough to be read aloud to whoever helps. */
function newNumber(): string {
  return randomBytes(4).toString('hex').toUpperCase();
}

/** The number a proxy of ours gave the request; anything but a number could be about somebody. */
function requestNumber(http: Context, { behindProxy }: Settings): string | null {
  const given = behindProxy ? http.req.header('x-request-id') : undefined;
  return given && /^[0-9a-f][0-9a-f-]{7,35}$/i.test(given) ? given : null;
}

type Answering = (http: Context) => Promise<Response> | Response;

/** Counts what is answered and how long it took, and says it where the log asks for so much; else costs nothing. */
function observed(
  { watch, settings }: Application,
  method: string,
  route: string,
  answer: Answering,
): Answering {
  if (!watch && !tells('debug')) return answer;
  return async (http) => {
    const since = performance.now();
    let status = 500;
    try {
      const response = await answer(http);
      status = response.status;
      return response;
    } catch (error) {
      if (isDatabaseAway(error)) status = 503;
      else if (isUnstorableText(error)) status = 422;
      throw error;
    } finally {
      const ms = performance.now() - since;
      watch?.request(method, route, status, ms / 1000);
      const request = requestNumber(http, settings) ?? newNumber();
      say('debug', { event: 'request', request, method, route, status, ms: Math.round(ms) });
    }
  };
}

function matches(pattern: string, path: string): boolean {
  const segments = path.split('/');
  const parts = pattern.split('/');
  return (
    parts.length === segments.length && parts.every((part, i) => part.startsWith(':') || part === segments[i])
  );
}

function serveAsset(http: Context, asset: Asset | undefined, visit: Visit): Response {
  if (!asset) return refuse(visit, 'absent');
  const accepted = http.req.header('accept-encoding') ?? '';
  const encoding = (['br', 'gzip'] as const).find((name) => asset.encoded[name] && accepted.includes(name));
  const body = (encoding && asset.encoded[encoding]) ?? asset.body;
  return http.body(new Uint8Array(body).buffer, 200, {
    'Content-Type': asset.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
    ...(encoding ? { 'Content-Encoding': encoding } : {}),
  });
}
