import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { Configuration, Provider } from 'oidc-provider';
import type { IdentityProvider } from '../../../web/index.ts';
import { memoryAdapter } from './memory.ts';

/** Somebody the local provider knows. */
export type LocalAccount = {
  id: string;
  givenName: string;
  usualName: string;
  email: string;
  emailVerified?: boolean;
  methods: readonly string[];
};

export type LocalClient = { settings: IdentityProvider; redirectUri: string; afterLogoutUri: string };

/** Parameters ProConnect documents; any other is an error there. */
const DOCUMENTED = new Set([
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'nonce',
  'acr_values',
  'claims',
  'prompt',
  'login_hint',
  'idp_hint',
]);
const SHORTEST = 32;
const HOUR = 3_600;

/**
 * A provider of identity made by `oidc-provider` and set as ProConnect is: a code against a secret in the body, userinfo as a
 * signed token, a state and a nonce of 32 characters at least, no parameter it does not document, `amr` only when asked for,
 * neither school nor role. Or, for a client that is not ProConnect, the ordinary claims and PKCE. It asks nobody for a
 * password: whoever calls it decides who has come (`interactionUrl`). For tests and the demonstration, never for real people.
 */
export async function localProvider({
  issuer,
  clients,
  interactionUrl,
  findAccount,
}: {
  issuer: string;
  clients: readonly LocalClient[];
  interactionUrl: (uid: string) => string;
  findAccount: (id: string) => Promise<LocalAccount | undefined>;
}): Promise<Provider> {
  // Read when somebody needs it: it weighs, and most people never do.
  const { default: OidcProvider } = await import('oidc-provider');
  const keys = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const proconnect = clients.some(({ settings }) => settings.proconnect);
  const configuration: Configuration = {
    adapter: memoryAdapter(),
    clients: clients.map(({ settings, redirectUri, afterLogoutUri }) => ({
      client_id: settings.clientId,
      client_secret: settings.clientSecret,
      token_endpoint_auth_method: 'client_secret_post',
      redirect_uris: [redirectUri],
      post_logout_redirect_uris: [afterLogoutUri],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      ...(settings.proconnect ? { userinfo_signed_response_alg: 'RS256' } : {}),
    })),
    jwks: {
      keys: [{ ...keys.privateKey.export({ format: 'jwk' }), kid: 'local', use: 'sig', alg: 'RS256' }],
    },
    cookies: {
      keys: [crypto.randomUUID()],
      names: { session: 'local-provider', interaction: 'local-choice' },
    },
    claims: {
      openid: ['sub'],
      given_name: ['given_name'],
      usual_name: ['usual_name'],
      email: ['email', 'email_verified'],
      uid: ['uid'],
      siret: ['siret'],
      profile: ['given_name', 'family_name'],
      amr: null,
    },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        // Our own site has already asked: nothing more to confirm.
        logoutSource: async (ctx, form) => {
          ctx.body = `<!doctype html><html lang="fr"><title>Déconnexion</title>${form}
            <p><button type="submit" form="op.logoutForm" name="logout" value="yes">Fermer aussi cette session</button></p></html>`;
        },
      },
    },
    pkce: { required: () => !proconnect },
    interactions: { url: (_ctx, { uid }) => interactionUrl(uid) },
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: 60,
      Grant: HOUR,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: HOUR,
    },
    async findAccount(_ctx, id) {
      const account = await findAccount(id);
      if (!account) return undefined;
      return {
        accountId: id,
        claims: async () => ({
          sub: id,
          given_name: account.givenName,
          usual_name: account.usualName,
          family_name: account.usualName,
          email: account.email,
          email_verified: account.emailVerified ?? true,
          uid: id,
          siret: '00000000000000',
        }),
      };
    },
    // Agreeing is a page ProConnect does not have.
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client!.clientId,
        accountId: ctx.oidc.session!.accountId!,
      });
      grant.addOIDCScope([...(ctx.oidc.requestParamScopes ?? [])].join(' '));
      grant.addOIDCClaims(['amr']);
      await grant.save();
      return grant;
    },
  };
  const provider = new OidcProvider(issuer, configuration);
  if (proconnect) refuseWhatProConnectRefuses(provider);
  return provider;
}

function refuseWhatProConnectRefuses(provider: Provider): void {
  provider.use(async (ctx, next) => {
    if (!/\/auth(orize)?$/.test(ctx.path) || ctx.method !== 'GET') return next();
    const names = Object.keys(ctx.query);
    const unknown = names.find((name) => !DOCUMENTED.has(name));
    const short = ['state', 'nonce'].find((name) => String(ctx.query[name] ?? '').length < SHORTEST);
    if (!unknown && !short) return next();
    ctx.status = 400;
    ctx.body = { error: 'invalid_request', error_description: `${unknown ?? short} is not accepted` };
  });
}
