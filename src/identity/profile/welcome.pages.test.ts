import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite, type Visitor } from '../../../test/site.ts';
import { testDatabase } from '../../database/testing.ts';
import { page, route, staff } from '../../web/index.ts';
import { CHARACTERS, gate, identityRoutes, SCHOOLS, seedDemonstration } from '../index.ts';

const db = await testDatabase();
const pages = [
  ...identityRoutes,
  route('GET', '/mon-espace', staff, (visit) => page(visit, { title: 'Mon espace' }, visit.viewer.name)),
];
const place = testSite(db, pages, gate, { demonstration: true });
await seedDemonstration(db, place.app.content, place.app.now());
const [college] = SCHOOLS;

let count = 0;
async function newcomer(suite = ''): Promise<{ visitor: Visitor; email: string; again(): Promise<Visitor> }> {
  count += 1;
  const email = `lea.martin${count}@example.fr`;
  const again = async () => {
    const visitor = place.visitor({ address: `198.51.100.${count}` });
    await visitor.post('/connexion/code', { courriel: email });
    const code = /\d{6}/.exec(place.mails.at(-1)?.text ?? '')?.[0] ?? '';
    await visitor.post('/connexion', { courriel: email, code, suite });
    return visitor;
  };
  return { visitor: await again(), email, again };
}

const you = { etape: 'vous', nom: 'Léa', metier: 'cpe' };

async function personOf(email: string) {
  return db.selectFrom('person').selectAll().where('email', '=', email).executeTakeFirstOrThrow();
}
async function agentSchools(email: string): Promise<(string | null)[]> {
  const { id } = await personOf(email);
  const rows = await db
    .selectFrom('membership')
    .select('school')
    .where('person_id', '=', id)
    .where('role', '=', 'agent')
    .execute();
  return rows.map(({ school }) => school);
}

test('the first visit asks name and métier, school, then shows the notice, and leads where one was going', async () => {
  const { visitor, email } = await newcomer('/mon-espace?vu=1');
  assert.equal((await visitor.get('/mon-espace')).location, '/bienvenue');
  const first = await visitor.get('/bienvenue?suite=%2Fmon-espace%3Fvu%3D1');
  assert.match(first.html, /étape 1 sur 3/);
  assert.match(first.html, /value="Lea Martin"/, 'a name is proposed from the address');

  const second = await visitor.post('/bienvenue', { ...you, suite: '/mon-espace?vu=1' });
  assert.equal(second.location, '/bienvenue?etape=etablissement&suite=%2Fmon-espace%3Fvu%3D1');
  assert.match((await visitor.follow(second)).html, /étape 2 sur 3/);

  const found = await visitor.get('/bienvenue?etape=etablissement&recherche=QUATRE+vent&suite=%2Fmon-espace');
  assert.match(found.html, /Collège des Quatre-Vents/);
  assert.match(found.html, new RegExp(`value="${college.uai}"`));
  const third = await visitor.post('/bienvenue', {
    etape: 'etablissement',
    etablissement: college.uai,
    suite: '/mon-espace?vu=1',
  });
  const notice = await visitor.follow(third);
  assert.match(notice.html, /étape 3 sur 3/);
  assert.match(notice.html, /Personne d’autre que vous/);
  assert.match(notice.html, /ni à recruter, ni à certifier/);
  assert.match(notice.html, /à compléter par l’exploitant/);

  const done = await visitor.post('/bienvenue', { etape: 'information', suite: '/mon-espace?vu=1' });
  assert.equal(done.location, '/mon-espace?vu=1');
  assert.equal((await visitor.follow(done)).status, 200);
  const person = await personOf(email);
  assert.equal(person.display_name, 'Léa');
  assert.equal(person.profession, 'cpe');
  assert.equal(person.notice_version, '2026-11-30.2');
  assert.deepEqual(await agentSchools(email), [college.uai]);
  const lines = await db
    .selectFrom('audit_event')
    .select('action')
    .where('actor', '=', person.audit_actor)
    .execute();
  assert.deepEqual(
    lines.map(({ action }) => action),
    ['account-created', 'signed-in', 'profile-changed', 'school-changed', 'welcomed'],
  );
});

test('the first visit resumes where it stopped, on another device, « aucun établissement » included', async () => {
  const { visitor, again } = await newcomer();
  await visitor.post('/bienvenue', you);
  assert.match((await (await again()).get('/bienvenue')).html, /étape 2 sur 3/);
  await visitor.post('/bienvenue', { etape: 'etablissement', etablissement: 'aucun' });
  const elsewhere = await again();
  assert.match((await elsewhere.get('/bienvenue')).html, /étape 3 sur 3/);
  assert.match((await elsewhere.get('/bienvenue?etape=vous')).html, /value="Léa"/, 'and lets one go back');
});

test('no step can be skipped', async () => {
  const { visitor, email } = await newcomer();
  for (const etape of ['information', 'etablissement']) {
    const answer = await visitor.post('/bienvenue', { etape, etablissement: 'aucun' });
    assert.equal(answer.location, '/bienvenue');
    assert.match((await visitor.get(`/bienvenue?etape=${etape}`)).html, /étape 1 sur 3/);
  }
  assert.equal((await personOf(email)).welcomed_at, null);
});

test('what is wrong is said beside its field, and what was typed is kept', async () => {
  const { visitor } = await newcomer();
  const nothing = await visitor.post('/bienvenue', { etape: 'vous', nom: ' ', metier: 'ministre' });
  assert.equal(nothing.status, 422);
  assert.match(nothing.html, /href="#nom"/);
  assert.match(nothing.html, /href="#metier"/);
  const long = await visitor.post('/bienvenue', { ...you, nom: '<i>'.repeat(100) });
  assert.equal(long.status, 422);
  assert.ok(long.html.includes('&lt;i&gt;'.repeat(100)));
  assert.match(long.html, /id="metier-cpe"[^>]*checked/);
  await visitor.post('/bienvenue', you);
  for (const etablissement of ['', '0000000A', "0000101'", '\u0000', 'x'.repeat(500)]) {
    const answer = await visitor.post('/bienvenue', { etape: 'etablissement', etablissement });
    assert.equal(answer.status, 422, etablissement);
  }
});

test('a school is found by name, town or UAI, and « aucun » is always offered', async () => {
  const { visitor } = await newcomer();
  await visitor.post('/bienvenue', you);
  const look = async (typed: string) =>
    (await visitor.get(`/bienvenue?etape=etablissement&recherche=${encodeURIComponent(typed)}`)).html;
  for (const typed of [
    'college quatre',
    'BOURG',
    'l’exemple bourg',
    college.uai.toLowerCase(),
    '0000101',
    'Clg des 4 vents',
  ]) {
    assert.equal((await look(typed)).includes(college.name), typed !== 'Clg des 4 vents', typed);
  }
  assert.match(await look('zzz'), /Aucun établissement trouvé pour « zzz »/);
  assert.match(await look('e'), /au moins deux lettres/);
  for (const typed of ['', 'zzz', 'exemple', '%', "'; --", '\u0000', '🏫', 'a'.repeat(3_000)]) {
    assert.match(await look(typed), /value="aucun"/, typed);
  }
  const absent = await visitor.get('/bienvenue?etape=etablissement&absent=oui');
  assert.match(absent.html, /Continuer sans établissement/);
});

test('at most twenty schools are listed, and the page says when there are more', async () => {
  const many = Array.from({ length: 25 }, (_, i) => ({
    uai: `00090${String(i).padStart(2, '0')}A`,
    name: `Lycée des Essais ${i}`,
    kind: 'lycee',
    city: 'Essai',
    academie: '09',
    search_text: `lycee des essais ${i} essai`,
  }));
  await db.insertInto('school').values(many).execute();
  const { visitor } = await newcomer();
  await visitor.post('/bienvenue', you);
  const { html } = await visitor.get('/bienvenue?etape=etablissement&recherche=essais');
  assert.equal(html.match(/>Choisir</g)?.length, 20);
  assert.match(html, /Plus de 20 établissements/);
});

test('somebody already welcomed is not welcomed again', async () => {
  const visitor = place.visitor();
  await visitor.post('/demo/connexion', { personne: CHARACTERS[2]!.id });
  assert.equal((await visitor.get('/bienvenue')).location, '/mon-espace');
  assert.equal((await visitor.post('/bienvenue', you)).location, '/mon-espace');
  assert.match((await visitor.get('/mon-compte')).html, /Inès Delattre/);
});

test('the character who has just arrived shows the first visit', async () => {
  const visitor = place.visitor();
  const answer = await visitor.post('/demo/connexion', { personne: CHARACTERS[14]!.id });
  assert.equal(answer.location, '/bienvenue');
});

test('name, métier and school can change later; whoever leaves a school leaves the role they had there', async () => {
  const referent = CHARACTERS[3]!;
  const visitor = place.visitor();
  await visitor.post('/demo/connexion', { personne: referent.id });
  assert.equal((await visitor.post('/mon-compte', { modifier: 'nom', nom: '' })).status, 422);
  await visitor.post('/mon-compte', { modifier: 'nom', nom: 'Thomas N.' });
  assert.equal((await visitor.post('/mon-compte', { modifier: 'metier', metier: 'x' })).status, 422);
  await visitor.post('/mon-compte', { modifier: 'metier', metier: 'cpe' });
  const done = await visitor.post('/mon-compte', {
    modifier: 'etablissement',
    etablissement: SCHOOLS[1].uai,
  });
  const { html } = await visitor.follow(done);
  assert.match(html, /C’est enregistré/);
  assert.match(html, /Thomas N\./);
  assert.match(html, /Lycée professionnel du Vieux-Chantier/);
  assert.match(html, /En attente de confirmation/);
  const memberships = await db
    .selectFrom('membership')
    .select(['role', 'school', 'confirmed_at'])
    .where('person_id', '=', referent.id)
    .execute();
  assert.deepEqual(memberships, [{ role: 'agent', school: SCHOOLS[1].uai, confirmed_at: null }]);
  for (const change of ['nom', 'metier', 'etablissement']) {
    assert.equal((await visitor.get(`/mon-compte?modifier=${change}`)).status, 200);
  }
  assert.equal((await visitor.get('/mon-compte?modifier=role')).status, 404);
  assert.equal((await visitor.post('/mon-compte', { modifier: 'role', role: 'national' })).status, 404);
});

test('the same school chosen twice at once is one membership', async () => {
  const { visitor, email } = await newcomer();
  await visitor.post('/bienvenue', you);
  const choice = { etape: 'etablissement', etablissement: college.uai };
  const answers = await Promise.all(Array.from({ length: 8 }, () => visitor.post('/bienvenue', choice)));
  assert.ok(answers.every(({ status }) => status === 303));
  assert.deepEqual(await agentSchools(email), [college.uai]);
});

test('a sign that no database stores is refused in words', async () => {
  const visitor = place.visitor();
  const [character] = CHARACTERS;
  await visitor.post('/demo/connexion', { personne: character!.id });
  for (const [path, fields] of [
    ['/mon-compte/rattachement/quitter', { etablissement: '\0' }],
    ['/mon-compte/rattachement/roles', { etablissement: '\0', role: 'referent', sens: 'rendre' }],
  ] as const)
    assert.equal((await visitor.post(path, fields)).status, 422, path);
});
