import type { Configuration } from 'openid-client';
import type { IdentityProvider } from '../../web/index.ts';
import { type Attempt, authorizationParameters, type Identity, identityFrom } from './provider.ts';

/** The provider is away, or does not answer as one. */
export class ProviderAway extends Error {
  override name = 'ProviderAway';
}
/** What came back proves nothing: a wrong state, nonce, issuer, audience or signature, a code expired or used. */
export class ProviderRefused extends Error {
  override name = 'ProviderRefused';
}

/** Read when somebody comes this way: where there is no provider it would only take memory. */
const library = () => import('openid-client');

const TIMEOUT_SECONDS = 10;
/** The keys and addresses of a provider change: they are read again after an hour. */
const KEPT_MS = 3_600_000;

const known = new Map<string, { at: number; configuration: Promise<Configuration> }>();

/** Reads how the provider answers, once an hour; a failure is not kept. */
function configurationOf(provider: IdentityProvider): Promise<Configuration> {
  const key = `${provider.issuer} ${provider.clientId}`;
  const kept = known.get(key);
  if (kept && Date.now() - kept.at < KEPT_MS) return kept.configuration;
  const configuration = discover(provider).catch((error: Error) => {
    known.delete(key);
    throw new ProviderAway(`${provider.issuer}: ${error.message}`);
  });
  known.set(key, { at: Date.now(), configuration });
  return configuration;
}

async function discover(provider: IdentityProvider): Promise<Configuration> {
  const oidc = await library();
  return oidc.discovery(
    new URL(provider.issuer),
    provider.clientId,
    {
      client_secret: provider.clientSecret,
      ...(provider.proconnect ? { userinfo_signed_response_alg: 'RS256' } : {}),
    },
    oidc.ClientSecretPost(provider.clientSecret),
    {
      timeout: TIMEOUT_SECONDS,
      // Without this, signatures of what comes straight from the provider over TLS would not be looked at.
      execute: [
        oidc.enableNonRepudiationChecks,
        ...(new URL(provider.issuer).protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
      ],
    },
  );
}

/** Where the browser is sent. Throws `ProviderAway`. */
export async function authorizationUrl(
  provider: IdentityProvider,
  attempt: Attempt,
  redirectUri: string,
): Promise<URL> {
  const [oidc, configuration] = await Promise.all([library(), configurationOf(provider)]);
  const challenge = attempt.verifier && (await oidc.calculatePKCECodeChallenge(attempt.verifier));
  return oidc.buildAuthorizationUrl(
    configuration,
    authorizationParameters(provider, attempt, redirectUri, challenge),
  );
}

/** Who has come back. Throws `ProviderRefused` when nothing proves it, `ProviderAway` when nobody could be asked. */
export async function identify(
  provider: IdentityProvider,
  attempt: Attempt,
  returned: URL,
): Promise<Identity> {
  const [oidc, configuration] = await Promise.all([library(), configurationOf(provider)]);
  try {
    const tokens = await oidc.authorizationCodeGrant(configuration, returned, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
      ...(attempt.verifier ? { pkceCodeVerifier: attempt.verifier } : {}),
    });
    const token = tokens.claims()!;
    const userinfo = await oidc.fetchUserInfo(configuration, tokens.access_token, token.sub);
    return identityFrom(provider, token, userinfo, tokens.id_token!);
  } catch (error) {
    throw isAway(error)
      ? new ProviderAway(`${provider.issuer}: ${(error as Error).message}`)
      : new ProviderRefused(describe(error));
  }
}

/** Where the browser is sent to close the session over there too; null when the provider offers no such address. */
export async function endSessionUrl(
  provider: IdentityProvider,
  idToken: string,
  state: string,
  returnUri: string,
): Promise<URL | null> {
  const [oidc, configuration] = await Promise.all([library(), configurationOf(provider)]);
  if (!configuration.serverMetadata().end_session_endpoint) return null;
  return oidc.buildEndSessionUrl(configuration, {
    id_token_hint: idToken,
    state,
    post_logout_redirect_uri: returnUri,
  });
}

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // The library says so of an answer in 5xx; a socket that fails, or waits too long, is no error of its own.
  const status = (error as { status?: unknown; cause?: { status?: unknown } }).status;
  const answered = status ?? (error.cause as { status?: unknown } | undefined)?.status;
  if (typeof answered === 'number') return answered >= 500;
  return error.name === 'TimeoutError' || (error instanceof TypeError && error.message === 'fetch failed');
}

/** A line for the log: codes of errors only, never a token. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  return `${error.name} ${typeof code === 'string' ? code : ''} ${error.message}`.trim().slice(0, 200);
}
