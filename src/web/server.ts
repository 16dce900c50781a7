import { randomBytes } from 'node:crypto';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isDatabaseAway, withoutValues } from '../database/index.ts';
import { told } from '../sources.ts';
import type { Asset } from './assets.ts';
import { incident, refuse } from './page/refusals.tsx';
import type { Along } from './reading.ts';
import type { Application, Viewer, Visit } from './request.ts';
import type { Route } from './route.ts';
import { isSameOriginWrite, securityHeaders } from './security.ts';

const LARGEST_BODY = 64 * 1024;

/** What the site needs to know of people. */
export type Gate = {
  /** Who is signed in, and the row their page reads along. */
  findViewer: (
    http: Context,
    app: Application,
    along?: Along,
  ) => Promise<{ viewer: Viewer; read: unknown } | null>;
  /** What somebody who must sign in first is shown; what they were sending is not lost. */
  signInFirst: (visit: Visit) => Promise<Response> | Response;
};

/** The whole site as one function from a request to a response: assets, then routes, then refusals. */
export function createServer(app: Application, routes: readonly Route[], gate: Gate): Hono {
  const server = new Hono();
  const signedOut = (http: Context): Visit => ({ http, app, viewer: null });

  server.use(securityHeaders(app.settings));
  server.get('/assets/:name', (http) =>
    serveAsset(http, app.assets.byPath.get(http.req.path), signedOut(http)),
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
    server.on(method, path, notTooLarge, async (http) => {
      if (method === 'POST' && !fromAnywhere && !isSameOriginWrite(http, app.settings)) {
        const formType = http.req.header('content-type')?.startsWith('application/x-www-form-urlencoded');
        return refuse(signedOut(http), formType ? 'foreign-form' : 'wrong-type');
      }
      const found = await gate.findViewer(http, app, along);
      const viewer = found?.viewer ?? null;
      const visit = { http, app, viewer };
      const admission = admits(viewer, app.settings);
      if ('viewer' in admission) {
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
    });
  }

  const methodsOf = (path: string) =>
    [
      ...new Set(server.routes.filter((known) => matches(known.path, path)).map((known) => known.method)),
    ].filter((method) => method !== 'ALL');
  server.notFound(async (http) => {
    const found = await gate.findViewer(http, app);
    const visit = { http, app, viewer: found?.viewer ?? null };
    const methods = methodsOf(http.req.path);
    return methods.length > 0 && !methods.includes(http.req.method)
      ? refuse(visit, 'wrong-method', { Allow: methods.join(', ') })
      : refuse(visit, 'absent');
  });

  server.onError((error, http) => {
    if (isDatabaseAway(error)) return refuse(signedOut(http), 'no-database', { 'Retry-After': '10' });
    const number = randomBytes(4).toString('hex').toUpperCase();
    console.error(`incident ${number} ${http.req.method} ${http.req.routePath}`, told(withoutValues(error)));
    return incident(signedOut(http), number);
  });
  return server;
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
