import type { Hono } from 'hono';
import type { Content } from '../src/content/index.ts';
import type { Db } from '../src/database/index.ts';
import {
  type Application,
  createServer,
  type Gate,
  type Mail,
  type Route,
  type Settings,
} from '../src/web/index.ts';
import { frameworkAlone } from './framework.ts';

// Pages tried without a socket: requests go straight to the server, cookies are kept as a browser would.

const ORIGIN = 'https://perseverance.example';

export type TestSite = {
  app: Application;
  server: Hono;
  mails: Mail[];
  /** Moves the clock of the site. */
  wait(minutes: number): void;
  visitor(options?: { address?: string }): Visitor;
};

export type Visitor = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
  /** GET, then every redirection. */
  follow(answer: Answer): Promise<Answer>;
  cookies: Map<string, string>;
};
export type Answer = { status: number; location: string | null; html: string; headers: Headers };

export function testSite(
  db: Db,
  routes: readonly Route[],
  gate: Gate,
  change: {
    demonstration?: boolean;
    sendMail?: (mail: Mail) => Promise<void>;
    now?: Date;
    content?: Content;
    settings?: Partial<Settings>;
    watch?: Application['watch'];
  } = {},
): TestSite {
  let now = change.now ?? new Date('2026-11-23T08:20:00Z');
  const mails: Mail[] = [];
  const app: Application = {
    db,
    content: change.content ?? frameworkAlone(),
    assets: {
      stylesheet: '/s.css',
      script: '/s.js',
      font: '/f.woff2',
      icon: '/i.svg',
      islands: {},
      rooms: {},
      byPath: new Map(),
    },
    settings: {
      demonstration: change.demonstration ?? false,
      official: false,
      publicUrl: null,
      behindProxy: true,
      identityProviders: [],
      strongSignIn: false,
      operator: {},
      ...change.settings,
    },
    sendMail:
      change.sendMail ??
      (async (mail) => {
        mails.push(mail);
      }),
    now: () => now,
    ...(change.watch && { watch: change.watch }),
  };
  const server = createServer(app, routes, gate);
  return {
    app,
    server,
    mails,
    wait(minutes) {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    visitor: ({ address = '192.0.2.1' } = {}) => visitor(server, address),
  };
}

function visitor(server: Hono, address: string): Visitor {
  const cookies = new Map<string, string>();
  async function send(method: string, path: string, init: RequestInit): Promise<Answer> {
    const response = await server.request(`${ORIGIN}${path}`, {
      ...init,
      method,
      headers: {
        host: new URL(ORIGIN).host,
        'x-forwarded-proto': 'https',
        'x-forwarded-for': `203.0.113.9, ${address}`,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(init.headers as Record<string, string>),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return {
      status: response.status,
      location: response.headers.get('location'),
      html: (await response.text()).replaceAll('\u00a0', ' '),
      headers: response.headers,
    };
  }
  const self: Visitor = {
    cookies,
    get: (path, headers = {}) => send('GET', path, { headers }),
    post: (path, fields = {}, headers = {}) =>
      send('POST', path, {
        headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
    async follow(answer) {
      let last = answer;
      for (let hops = 0; last.location !== null; hops += 1) {
        if (hops > 5) throw new Error(`too many redirections, at ${last.location}`);
        last = await self.get(last.location);
      }
      return last;
    },
  };
  return self;
}
