import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { after, test } from 'node:test';
import { testSite } from '../../../test/site.ts';
import { testDatabase } from '../../database/testing.ts';
import type { IdentityProvider } from '../../web/index.ts';
import { gate, identityRoutes } from '../index.ts';
import { listening } from './local/in-a-browser.test-support.ts';

// A provider made by hand, without any library: it can lie about everything, one thing at a time.

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const others = generateKeyPairSync('rsa', { modulusLength: 2048 });

function signed(claims: object, key: KeyObject = keys.privateKey, header: object = {}): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'RS256', kid: 'one', ...header })}.${part(claims)}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`;
}

type Lie = {
  token?: (claims: Record<string, unknown>) => string;
  userinfo?: (claims: Record<string, unknown>) => string;
  returned?: (parameters: URLSearchParams) => void;
  tokenStatus?: number;
};
let lie: Lie = {};
let nonce = '';

const { server, origin } = await listening((incoming, outgoing) => {
  const answer = (type: string, body: string, status = 200) =>
    outgoing.writeHead(status, { 'content-type': type }).end(body);
  const json = (value: unknown, status = 200) => answer('application/json', JSON.stringify(value), status);
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: origin, sub: 'sub-forged', aud: 'perseverance', iat: now, exp: now + 300 };
  switch (incoming.url) {
    case '/.well-known/openid-configuration':
      return json({
        issuer: origin,
        authorization_endpoint: `${origin}/authorize`,
        token_endpoint: `${origin}/token`,
        userinfo_endpoint: `${origin}/userinfo`,
        jwks_uri: `${origin}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        userinfo_signing_alg_values_supported: ['RS256'],
      });
    case '/jwks':
      return json({
        keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }],
      });
    case '/token':
      if (lie.tokenStatus) return json({ error: 'invalid_grant' }, lie.tokenStatus);
      return json({
        access_token: 'access',
        token_type: 'Bearer',
        id_token: (lie.token ?? signed)({ ...claims, nonce }),
      });
    case '/userinfo':
      return answer(
        'application/jwt',
        (lie.userinfo ?? signed)({
          ...claims,
          given_name: 'Irène',
          usual_name: 'Faux',
          email: `irene.${randomUUID()}@ac-exemple.fr`,
        }),
      );
    default:
      return json({}, 404);
  }
});
after(() => new Promise((resolve) => server.close(resolve)));

const settings: IdentityProvider = {
  id: 'proconnect',
  label: 'ProConnect',
  issuer: origin,
  clientId: 'perseverance',
  clientSecret: 'a secret of tests that is long enough',
  proconnect: true,
};
const db = await testDatabase();
const place = testSite(db, identityRoutes, gate, { settings: { identityProviders: [settings] } });

/** Leaves for the provider and comes back from it, when it lies so: the status, and whether a session is open. */
async function comesBack(told: Lie): Promise<{ status: number; entered: boolean }> {
  lie = told;
  const visitor = place.visitor();
  const { location } = await visitor.get('/connexion/fournisseur/proconnect');
  const asked = new URL(location!).searchParams;
  nonce = asked.get('nonce')!;
  const parameters = new URLSearchParams({ code: randomUUID(), state: asked.get('state')!, iss: origin });
  told.returned?.(parameters);
  const { status } = await visitor.get(`/connexion/retour/proconnect?${parameters}`);
  return { status, entered: visitor.cookies.has('__Host-session') };
}

test('a provider that lies about nothing lets in, so that what follows is refused for its lie', async () => {
  assert.deepEqual(await comesBack({}), { status: 303, entered: true });
});

const past = Math.floor(Date.now() / 1000) - 3_600;
const LIES: Record<string, Lie> = {
  'the nonce of another attempt': { token: (claims) => signed({ ...claims, nonce: 'x'.repeat(43) }) },
  'no nonce': { token: ({ nonce: _nonce, ...claims }) => signed(claims) },
  'another issuer': { token: (claims) => signed({ ...claims, iss: 'https://ailleurs.example' }) },
  'another audience': { token: (claims) => signed({ ...claims, aud: 'another-service' }) },
  'a token that is over': { token: (claims) => signed({ ...claims, exp: past }) },
  'a signature by another key': { token: (claims) => signed(claims, others.privateKey) },
  'no signature at all': {
    token: (claims) => signed(claims, keys.privateKey, { alg: 'none' }).replace(/[^.]*$/, ''),
  },
  'a token changed after it was signed': {
    token: (claims) => {
      const [header, , signature] = signed(claims).split('.');
      const changed = Buffer.from(JSON.stringify({ ...claims, sub: 'somebody-else' })).toString('base64url');
      return `${header}.${changed}.${signature}`;
    },
  },
  'userinfo by another key': { userinfo: (claims) => signed(claims, others.privateKey) },
  'userinfo of somebody else': { userinfo: (claims) => signed({ ...claims, sub: 'somebody-else' }) },
  'userinfo for another service': { userinfo: (claims) => signed({ ...claims, aud: 'another-service' }) },
  'a code that is over or was used': { tokenStatus: 400 },
  'another issuer on the way back': { returned: (sent) => sent.set('iss', 'https://ailleurs.example') },
  'no state': { returned: (sent) => sent.delete('state') },
  'no code': { returned: (sent) => sent.delete('code') },
};
for (const [what, told] of Object.entries(LIES)) {
  test(`nobody enters with ${what}`, async () => {
    assert.deepEqual(await comesBack(told), { status: 422, entered: false });
  });
}

test('a provider that breaks down is said to be away', async () => {
  assert.deepEqual(await comesBack({ tokenStatus: 500 }), { status: 503, entered: false });
});

test('somebody who gives up over there comes back to the ways in', async () => {
  lie = {};
  const visitor = place.visitor();
  const { location } = await visitor.get('/connexion/fournisseur/proconnect?suite=/mon-profil');
  const state = new URL(location!).searchParams.get('state')!;
  const back = await visitor.get(`/connexion/retour/proconnect?error=access_denied&state=${state}`);
  assert.equal(back.location, '/connexion?suite=%2Fmon-profil');
});

test('an error of the provider in the address is not repeated on the page', async () => {
  const visitor = place.visitor();
  const { location } = await visitor.get('/connexion/fournisseur/proconnect');
  const state = new URL(location!).searchParams.get('state')!;
  const description = '<script>alert(1)</script> appelez le 08 99 00 00 00';
  const query = new URLSearchParams({ error: 'server_error', error_description: description, state });
  const answer = await visitor.get(`/connexion/retour/proconnect?${query}`);
  assert.equal(answer.status, 422);
  assert.doesNotMatch(answer.html, /08 99|alert/);
});
