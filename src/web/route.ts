import type { Context } from 'hono';
import type { Along, Reading } from './reading.ts';
import type { Handler, Viewer, Visit } from './request.ts';

export type Method = 'GET' | 'POST';

/**
 * Who a route is for. Guards are sentences; a refusal says what to do next.
 * `anyone` also receives the viewer when there is one.
 */
export type Audience<V extends Viewer | null> = {
  name: string;
  admits: (viewer: Viewer | null, settings: { demonstration: boolean }) => Admission<V>;
  /** A write that no cookie allows, so that it may come from elsewhere than our pages. */
  fromAnywhere?: true;
};
type Admission<V> = { viewer: V } | { refused: 'sign-in-first' | 'welcome-first' | 'absent' };

export const anyone: Audience<Viewer | null> = {
  name: 'anyone',
  admits: (viewer) => ({ viewer }),
};

export const signedIn: Audience<Viewer> = {
  name: 'signed in',
  admits: (viewer) => (viewer ? { viewer } : { refused: 'sign-in-first' }),
};

/** Signed in, with métier, school and information notice behind them. */
export const staff: Audience<Viewer> = {
  name: 'staff',
  admits(viewer) {
    if (!viewer) return { refused: 'sign-in-first' };
    return viewer.welcomed ? { viewer } : { refused: 'welcome-first' };
  },
};

/** Signed in, with a national view; to everybody else the page does not exist. */
export const national: Audience<Viewer> = {
  name: 'national',
  admits(viewer) {
    if (!viewer) return { refused: 'sign-in-first' };
    return viewer.memberships.some(({ role }) => role === 'national') ? { viewer } : { refused: 'absent' };
  },
};

/** Signed in, in charge of an académie or of the whole; to everybody else the page does not exist. */
export const administrator: Audience<Viewer> = {
  name: 'administrator',
  admits(viewer) {
    if (!viewer) return { refused: 'sign-in-first' };
    return viewer.memberships.some(({ role }) => role === 'national' || role === 'academie')
      ? { viewer }
      : { refused: 'absent' };
  },
};

export const visitorOfDemonstration: Audience<Viewer | null> = {
  name: 'anyone, in the demonstration',
  admits: (viewer, { demonstration }) => (demonstration ? { viewer } : { refused: 'absent' }),
};

/** The address itself is the key, and nothing is done in the name of whoever is signed in: mail programs call it too. */
export const whoHoldsTheLink: Audience<null> = {
  name: 'anyone who holds the link',
  admits: () => ({ viewer: null }),
  fromAnywhere: true,
};

export type Route = {
  method: Method;
  path: string;
  audience: string;
  admits: Audience<Viewer | null>['admits'];
  fromAnywhere: boolean;
  handler: (visit: Visit<never>, read: unknown) => Promise<Response> | Response;
  along?: Along;
};

/** A line of the table of the site. The audience decides what the handler receives, so it cannot be left out. */
export function route<V extends Viewer | null>(
  method: Method,
  path: string,
  audience: Audience<V>,
  handler: Handler<V>,
): Route {
  const { name, admits, fromAnywhere = false } = audience;
  return { method, path, audience: name, admits, fromAnywhere, handler };
}

/** The same, for a page whose handler also receives what was read along with the session: a row, or null. */
export function routeReading<V extends Viewer, Values extends object, Row>(
  method: Method,
  path: string,
  audience: Audience<V>,
  { reading, values }: { reading: Reading<Values>; values: (http: Context) => Values | null },
  handler: (visit: Visit<V>, read: Row | null) => Promise<Response>,
): Route {
  return {
    ...route(method, path, audience, handler as Handler<V>),
    handler: handler as Route['handler'],
    along: { reading: reading as Reading<never>, values },
  };
}
