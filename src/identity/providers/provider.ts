import { randomBytes } from 'node:crypto';
import type { IdentityProvider } from '../../web/index.ts';

/** What one attempt to sign in must find again when the browser comes back; kept in a cookie of that browser. */
export type Attempt = {
  provider: string;
  state: string;
  nonce: string;
  /** Null for ProConnect, where an undocumented parameter is an error. */
  verifier: string | null;
  returnPath: string | null;
};

/** Who a provider says has come. */
export type Identity = {
  issuer: string;
  subject: string;
  email: string | null;
  /** Whether the provider answers for the address: ProConnect always does. */
  emailAssured: boolean;
  name: string | null;
  /** How they proved who they are: `pwd`, `mail`, `totp`, `pop`, `mfa`… Empty when the provider does not say. */
  methods: readonly string[];
  /** Asked for again to close the session over there. */
  idToken: string;
};

/** 256 bits: ProConnect refuses a state or a nonce of fewer than 32 characters. */
export function newAttempt(provider: IdentityProvider, returnPath: string | null): Attempt {
  const draw = () => randomBytes(32).toString('base64url');
  return {
    provider: provider.id,
    state: draw(),
    nonce: draw(),
    verifier: provider.proconnect ? null : draw(),
    returnPath,
  };
}

/** Neither school nor role is carried: joining a school is a step of ours. */
const SCOPES = {
  proconnect: 'openid given_name usual_name email uid siret',
  other: 'openid profile email',
};

/**
 * What is asked of the provider, nothing it does not document. The methods of authentication are asked for by `claims`,
 * without which ProConnect does not tell them.
 */
export function authorizationParameters(
  provider: IdentityProvider,
  attempt: Attempt,
  redirectUri: string,
  challenge: string | null,
): Record<string, string> {
  return {
    response_type: 'code',
    scope: provider.proconnect ? SCOPES.proconnect : SCOPES.other,
    redirect_uri: redirectUri,
    state: attempt.state,
    nonce: attempt.nonce,
    ...(provider.proconnect ? { claims: '{"id_token":{"amr":{"essential":true}}}' } : {}),
    ...(challenge ? { code_challenge: challenge, code_challenge_method: 'S256' } : {}),
  };
}

/** The identity in the claims of the token and of the userinfo, the second being the richer; null without a usable address. */
export function identityFrom(
  provider: IdentityProvider,
  token: { iss: string; sub: string; amr?: unknown },
  userinfo: Record<string, unknown>,
  idToken: string,
): Identity {
  const text = (name: string) => {
    const value = userinfo[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const given = text('given_name');
  const family = text(provider.proconnect ? 'usual_name' : 'family_name');
  const name = [given, family].filter((part) => part !== null).join(' ') || text('name');
  return {
    issuer: token.iss,
    subject: token.sub,
    email: text('email')?.toLowerCase() ?? null,
    emailAssured: provider.proconnect || userinfo.email_verified === true,
    name: name === null ? null : name.slice(0, LONGEST_NAME),
    methods: Array.isArray(token.amr) ? token.amr.filter((method) => typeof method === 'string') : [],
    idToken,
  };
}

const LONGEST_NAME = 80;

export function writeAttempt(attempt: Attempt): string {
  return Buffer.from(JSON.stringify(attempt)).toString('base64url');
}

/** Null for anything a cookie of ours does not hold. */
export function readAttempt(value: string | undefined): Attempt | null {
  if (!value) return null;
  try {
    const { provider, state, nonce, verifier, returnPath } = JSON.parse(
      Buffer.from(value, 'base64url').toString('utf8'),
    );
    const texts = [provider, state, nonce].every((text) => typeof text === 'string' && text !== '');
    const others = [verifier, returnPath].every((text) => text === null || typeof text === 'string');
    return texts && others ? { provider, state, nonce, verifier, returnPath } : null;
  } catch {
    return null;
  }
}

/** Two factors, or one that counts for two (an application of codes, a key, a card). */
export function isStrong(methods: readonly string[]): boolean {
  return methods.some((method) => ['mfa', 'totp', 'pop'].includes(method));
}
