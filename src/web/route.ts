import type { Handler, Viewer } from './request.ts';

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
  handler: Handler<never>;
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
