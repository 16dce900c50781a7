import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Provider } from 'oidc-provider';
import type { IdentityProvider } from '../../../web/index.ts';
import { type LocalAccount, localProvider } from './local-provider.ts';

/** Where the site of tests is. */
export const SITE = 'https://perseverance.example';

export type RunningProvider = {
  settings: IdentityProvider;
  /** Whoever comes next is this person. */
  comes: (account: LocalAccount) => void;
  stop: () => Promise<void>;
};

/** The real provider on a port of this machine: nobody is asked for a password. */
export async function runLocalProvider(proconnect: boolean): Promise<RunningProvider> {
  const accounts = new Map<string, LocalAccount>();
  let next = '';
  let provider: Provider;
  const { server, origin } = await listening(async (incoming, outgoing) => {
    if (!incoming.url!.startsWith('/choix/')) return provider.callback()(incoming, outgoing);
    const { methods } = accounts.get(next)!;
    const location = await provider.interactionResult(incoming, outgoing, {
      login: { accountId: next, amr: [...methods] },
    });
    outgoing.writeHead(303, { location }).end();
  });
  const settings: IdentityProvider = {
    id: proconnect ? 'proconnect' : 'academie',
    label: proconnect ? 'ProConnect' : 'le guichet de votre académie',
    issuer: origin,
    clientId: 'perseverance',
    clientSecret: 'a secret of tests that is long enough',
    proconnect,
  };
  provider = await localProvider({
    issuer: origin,
    clients: [
      {
        settings,
        redirectUri: `${SITE}/connexion/retour/${settings.id}`,
        afterLogoutUri: `${SITE}/deconnexion/retour`,
      },
    ],
    interactionUrl: (uid) => `/choix/${uid}`,
    findAccount: async (id) => accounts.get(id),
  });
  return {
    settings,
    comes(account) {
      accounts.set(account.id, account);
      next = account.id;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

export async function listening(
  answer: (incoming: IncomingMessage, outgoing: ServerResponse) => unknown,
): Promise<{ server: Server; origin: string }> {
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** What a browser does from the address it is sent to until it comes back to our site: the address it comes back with. */
export async function throughProvider(start: string): Promise<{ returned: string | null; last: Response }> {
  const cookies = new Map<string, string>();
  let url = start;
  for (let step = 0; step < 10; step += 1) {
    const last = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of last.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      cookies.set(name!, value!);
    }
    const location = last.headers.get('location');
    if (!location) return { returned: null, last };
    url = new URL(location, url).href;
    if (url.startsWith(SITE)) return { returned: url.slice(SITE.length), last };
  }
  throw new Error(`the provider turns in circles: ${url}`);
}
