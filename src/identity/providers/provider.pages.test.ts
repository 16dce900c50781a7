import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { withAnotherFirstSign } from '../../../test/other-sign.ts';
import { testSite, type Visitor } from '../../../test/site.ts';
import { testDatabase } from '../../database/testing.ts';
import { page, route, signedIn } from '../../web/index.ts';
import { gate, identityRoutes } from '../index.ts';
import { runLocalProvider, throughProvider } from './local/in-a-browser.test-support.ts';

// The provider is `oidc-provider`, on a socket, set as ProConnect is; the browser follows every redirection.

const db = await testDatabase();
const proconnect = await runLocalProvider(true);
const academie = await runLocalProvider(false);
after(() => Promise.all([proconnect.stop(), academie.stop()]));

const pages = [
  ...identityRoutes,
  route('GET', '/mes-roles', signedIn, (visit) =>
    page(
      visit,
      { title: 'Rôles' },
      `${visit.viewer.name} : ${visit.viewer.memberships.map(({ role }) => role).join(' ')}`,
    ),
  ),
];
const place = testSite(db, pages, gate, {
  now: new Date(),
  settings: { identityProviders: [proconnect.settings, academie.settings] },
});

const SAMIA = {
  id: 'sub-samia',
  givenName: 'Samia',
  usualName: 'Belkacem',
  email: 'Samia.Belkacem@ac-exemple.fr',
  methods: ['pwd', 'mfa'],
};

async function comeBack(visitor: Visitor, id = 'proconnect', suite = '') {
  const left = await visitor.get(`/connexion/fournisseur/${id}${suite}`);
  assert.equal(left.status, 303);
  const { returned } = await throughProvider(left.location!);
  assert.ok(returned, 'the provider sends the browser back');
  return { returned, left: left.location! };
}

test('signing in at ProConnect opens a space, and leads where the person was going', async () => {
  proconnect.comes(SAMIA);
  const visitor = place.visitor();
  const { returned, left } = await comeBack(visitor, 'proconnect', '?suite=/mes-roles');
  const asked = new URL(left).searchParams;
  assert.ok(asked.get('state')!.length >= 32 && asked.get('nonce')!.length >= 32);
  assert.equal(asked.get('code_challenge'), null, 'PKCE is not documented there');
  const entered = await visitor.get(returned);
  assert.equal(entered.location, '/bienvenue?suite=%2Fmes-roles');
  assert.match((await visitor.get('/mes-roles')).html, /Samia Belkacem/);
  const { email, methods } = await db
    .selectFrom('session as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .select(['p.email', 's.methods'])
    .executeTakeFirstOrThrow();
  assert.equal(email, 'samia.belkacem@ac-exemple.fr');
  assert.deepEqual(methods, ['pwd', 'mfa'], 'what was proved is known');
});

test('somebody known by their address finds the same space, and keeps it when the address changes', async () => {
  const count = async () =>
    (
      await db
        .selectFrom('person')
        .select((row) => row.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n;
  const before = await count();
  proconnect.comes({ ...SAMIA, email: 'samia.nouvelle@ac-exemple.fr' });
  const visitor = place.visitor();
  const { returned } = await comeBack(visitor);
  assert.equal((await visitor.get(returned)).status, 303);
  assert.equal(await count(), before);
  academie.comes({ ...SAMIA, id: 'other-sub' });
  const elsewhere = place.visitor();
  const { returned: back, left } = await comeBack(elsewhere, 'academie');
  assert.ok(new URL(left).searchParams.get('code_challenge'), 'PKCE where it is not refused');
  assert.equal((await elsewhere.get(back)).status, 303);
  assert.equal(await count(), before, 'the other provider leads to the same person');
});

test('an address the provider does not answer for opens nothing, whether it is known here or not', async () => {
  for (const email of ['samia.belkacem@ac-exemple.fr', 'personne.ici@ac-exemple.fr']) {
    academie.comes({ ...SAMIA, id: `unverified ${email}`, email, emailVerified: false });
    const visitor = place.visitor();
    const { returned } = await comeBack(visitor, 'academie');
    const refused = await visitor.get(returned);
    assert.equal(refused.status, 422);
    assert.match(refused.html, /Il manque votre adresse/);
    assert.equal(visitor.cookies.get('__Host-session'), undefined);
  }
});

test('coming back twice, from another browser, or with another state opens nothing', async () => {
  proconnect.comes(SAMIA);
  const visitor = place.visitor();
  const { returned } = await comeBack(visitor);
  const stranger = place.visitor();
  assert.equal((await stranger.get(returned)).status, 422, 'a browser that did not leave');
  await comeBack(stranger);
  assert.equal((await stranger.get(returned)).status, 422, 'the state of another attempt');
  const wrong = place.visitor();
  const { returned: right } = await comeBack(wrong);
  assert.equal((await wrong.get(right.replace(/(?<=state=)[^&]+/, withAnotherFirstSign))).status, 422);
  assert.equal((await visitor.get(returned)).status, 303);
  assert.equal((await visitor.get(returned)).status, 422, 'the attempt is over');
  assert.equal(stranger.cookies.get('__Host-session'), undefined);
});

test('the way back is a page of this site, whatever the address says', async () => {
  proconnect.comes(SAMIA);
  for (const suite of ['//ailleurs.example', 'https://ailleurs.example', '/\\ailleurs.example']) {
    const visitor = place.visitor();
    const { returned } = await comeBack(visitor, 'proconnect', `?suite=${encodeURIComponent(suite)}`);
    const { location } = await visitor.get(returned);
    assert.match(location!, /^\/(bienvenue|mon-espace)$/);
  }
});

test('ProConnect as it is set refuses a parameter it does not document, and a short state', async () => {
  const visitor = place.visitor();
  const { location } = await visitor.get('/connexion/fournisseur/proconnect');
  const status = async (change: (parameters: URLSearchParams) => void) => {
    const url = new URL(location!);
    change(url.searchParams);
    return (await throughProvider(url.href)).last.status;
  };
  assert.equal(await status((asked) => asked.set('code_challenge', 'x'.repeat(43))), 400);
  assert.equal(await status((asked) => asked.set('state', 'court')), 400);
});

test('signing out closes the session over there too, and comes back', async () => {
  proconnect.comes(SAMIA);
  const visitor = place.visitor();
  const { returned } = await comeBack(visitor);
  await visitor.get(returned);
  const left = await visitor.post('/deconnexion');
  const url = new URL(left.location!);
  assert.equal(url.origin, proconnect.settings.issuer);
  assert.ok(url.searchParams.get('id_token_hint') && url.searchParams.get('state')!.length >= 32);
  assert.equal(
    url.searchParams.get('post_logout_redirect_uri'),
    'https://perseverance.example/deconnexion/retour',
  );
  assert.match(left.headers.get('content-security-policy')!, new RegExp(`form-action 'self' ${url.origin}`));
  assert.equal((await visitor.get('/deconnexion/retour')).location, '/connexion?depart=oui');
  assert.equal((await visitor.get('/mes-roles')).status, 303, 'signed out here');
});

test('a provider that is away says so, and the other ways in stay', async () => {
  const gone = { ...academie.settings, id: 'parti', issuer: 'http://127.0.0.1:9' };
  const site = testSite(db, pages, gate, { settings: { identityProviders: [gone] } });
  const refused = await site.visitor().get('/connexion/fournisseur/parti');
  assert.equal(refused.status, 503);
  assert.match(refused.html, /ne répond pas pour l’instant/);
  assert.equal((await site.visitor().get('/connexion')).status, 200);
});

test('where two factors are asked for, one opens one’s own space and no role; two open all', async () => {
  const strict = testSite(db, pages, gate, {
    now: new Date(),
    settings: { identityProviders: [proconnect.settings], strongSignIn: true },
  });
  const { id } = await db
    .selectFrom('person')
    .select('id')
    .where('email', '=', 'samia.belkacem@ac-exemple.fr')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('membership')
    .values([
      {
        person_id: id,
        role: 'national',
        school: null,
        academie: null,
        created_at: new Date(),
        confirmed_at: new Date(),
      },
    ])
    .execute();
  const rolesBy = async (methods: string[]) => {
    proconnect.comes({ ...SAMIA, methods });
    const visitor = strict.visitor();
    const { returned } = await comeBack(visitor);
    await visitor.get(returned);
    return (await visitor.get('/mes-roles')).html;
  };
  assert.doesNotMatch(await rolesBy(['pwd']), /national/);
  assert.match(await rolesBy(['pwd', 'mfa']), /national/);
});
