import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withAnotherFirstSign } from '../../../test/other-sign.ts';
import { type TestSite, testSite, type Visitor } from '../../../test/site.ts';
import { testDatabase } from '../../database/testing.ts';
import { page, route, signedIn, staff } from '../../web/index.ts';
import { gate, identityRoutes, MailFailure, seedDemonstration } from '../index.ts';

const db = await testDatabase();

const pages = [
  ...identityRoutes,
  route('GET', '/mon-espace', staff, (visit) => page(visit, { title: 'Mon espace' }, visit.viewer.name)),
  route('GET', '/essai', signedIn, (visit) => page(visit, { title: 'Essai' }, visit.viewer.name)),
  route('POST', '/essai', signedIn, (visit) => visit.http.redirect('/essai', 303)),
  route('POST', '/evaluations/:id/reponses', signedIn, (visit) => visit.http.redirect('/essai', 303)),
];
const site = (change: Parameters<typeof testSite>[3] = {}) => testSite(db, pages, gate, change);

let count = 0;
function newAddress(): { email: string; address: string } {
  count += 1;
  return { email: `personne.${count}@example.fr`, address: `198.51.100.${count}` };
}

async function askForCode(place: TestSite, visitor: Visitor, email: string, suite = ''): Promise<string> {
  const answer = await visitor.post('/connexion/code', { courriel: email, suite });
  assert.equal(answer.status, 303);
  return /\d{6}/.exec(place.mails.at(-1)?.text ?? '')?.[0] ?? '';
}

function sessionOf(visitor: Visitor): string | undefined {
  return visitor.cookies.get('__Host-session');
}

function wrongCode(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}

test('a code sent by mail opens a session, and leads where the person was going', async () => {
  const place = site();
  const { email, address } = newAddress();
  const visitor = place.visitor({ address });

  const refused = await visitor.get('/essai?page=2');
  assert.equal(refused.status, 303);
  assert.equal(refused.location, '/connexion?suite=%2Fessai%3Fpage%3D2');
  const form = await visitor.follow(refused);
  assert.match(form.html, /name="suite" value="\/essai\?page=2"/);

  const code = await askForCode(place, visitor, ` ${email.toUpperCase()} `, '/essai?page=2');
  assert.equal(place.mails.at(-1)?.to, email);
  const codePage = await visitor.get('/connexion/code?suite=%2Fessai%3Fpage%3D2');
  assert.ok(codePage.html.includes(email), 'the page says where the code went');
  assert.match(codePage.html, /name="suite" value="\/essai\?page=2"/);

  const entered = await visitor.post('/connexion', {
    courriel: email,
    code: `${code.slice(0, 3)} ${code.slice(3)}`,
    suite: '/essai?page=2',
  });
  assert.equal(entered.status, 303);
  assert.equal(entered.location, '/bienvenue?suite=%2Fessai%3Fpage%3D2');
  assert.match(sessionOf(visitor) ?? '', /^[\w-]{43}$/);
  const cookie = entered.headers.getSetCookie().find((line) => line.startsWith('__Host-session='));
  assert.match(cookie ?? '', /HttpOnly/i);
  assert.match(cookie ?? '', /Secure/i);
  assert.match(cookie ?? '', /SameSite=Lax/i);
  assert.equal((await visitor.get('/essai')).status, 200);
});

test('the same page answers a known and an unknown address', async () => {
  const place = site();
  const known = newAddress();
  const visitor = place.visitor(known);
  await visitor.post('/connexion', {
    courriel: known.email,
    code: await askForCode(place, visitor, known.email),
  });
  const again = place.visitor(known);
  await askForCode(place, again, known.email);
  const unknown = newAddress();
  const other = place.visitor(unknown);
  await askForCode(place, other, unknown.email);
  const forKnown = (await again.get('/connexion/code')).html.replaceAll(known.email, '@');
  assert.equal(forKnown, (await other.get('/connexion/code')).html.replaceAll(unknown.email, '@'));
});

test('five wrong tries kill a code, the right one included', async () => {
  const place = site();
  const { email, address } = newAddress();
  const visitor = place.visitor({ address });
  const code = await askForCode(place, visitor, email);
  for (let i = 0; i < 5; i += 1) {
    const answer = await visitor.post('/connexion', {
      courriel: email,
      code: wrongCode(code),
      suite: '/essai',
    });
    assert.equal(answer.status, 422);
    assert.match(answer.html, /Ce code n’est pas le bon, ou il n’est plus valable/);
    assert.match(answer.html, new RegExp(`value="${wrongCode(code)}"`));
    assert.match(answer.html, /name="suite" value="\/essai"/);
  }
  const late = await visitor.post('/connexion', { courriel: email, code });
  assert.equal(late.status, 422);
  assert.equal(sessionOf(visitor), undefined);
});

test('guesses sent all at once get no more tries', async () => {
  const place = site();
  const { email, address } = newAddress();
  const code = await askForCode(place, place.visitor({ address }), email);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      place.visitor({ address }).post('/connexion', { courriel: email, code: wrongCode(code) }),
    ),
  );
  assert.ok(answers.every(({ status }) => status === 422));
  const { attempts } = await db
    .selectFrom('sign_in_code')
    .select('attempts')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  assert.equal(attempts, 5);
});

test('a code dies after a quarter of an hour', async () => {
  const place = site();
  const { email, address } = newAddress();
  const visitor = place.visitor({ address });
  const code = await askForCode(place, visitor, email);
  place.wait(15);
  assert.equal((await visitor.post('/connexion', { courriel: email, code })).status, 422);
});

test('a code serves once, even twenty times at once', async () => {
  const place = site();
  const { email, address } = newAddress();
  const code = await askForCode(place, place.visitor({ address }), email);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      place.visitor({ address }).post('/connexion', { courriel: email, code }),
    ),
  );
  assert.equal(answers.filter(({ status }) => status === 303).length, 1);
  assert.equal(answers.filter(({ status }) => status === 422).length, 19);
  const people = await db.selectFrom('person').select('id').where('email', '=', email).execute();
  assert.equal(people.length, 1);
});

test('an earlier code still works when a second one was asked for, and both die with it', async () => {
  const place = site();
  const { email, address } = newAddress();
  const visitor = place.visitor({ address });
  const first = await askForCode(place, visitor, email);
  const second = await askForCode(place, visitor, email);
  assert.equal((await visitor.post('/connexion', { courriel: email, code: first })).status, 303);
  assert.equal((await visitor.post('/connexion', { courriel: email, code: second })).status, 422);
});

test('a code opens the address it was sent to, no other', async () => {
  const place = site();
  const mine = newAddress();
  const theirs = newAddress();
  const visitor = place.visitor(mine);
  const code = await askForCode(place, visitor, mine.email);
  await askForCode(place, visitor, theirs.email);
  assert.equal((await visitor.post('/connexion', { courriel: theirs.email, code })).status, 422);
});

test('a sixth code in an hour is refused, and a new hour opens again', async () => {
  const place = site();
  const { email, address } = newAddress();
  const visitor = place.visitor({ address });
  for (let i = 0; i < 5; i += 1) await askForCode(place, visitor, email);
  const sent = place.mails.length;
  const sixth = await visitor.post('/connexion/code', { courriel: email, suite: '/essai' });
  assert.equal(sixth.status, 429);
  assert.match(sixth.html, new RegExp(`value="${email}"`));
  assert.match(sixth.html, /name="suite" value="\/essai"/);
  assert.equal(place.mails.length, sent);
  place.wait(60);
  await askForCode(place, visitor, email);
});

test('what one network asked for an address leaves its owner, elsewhere, codes of their own; twenty an hour in all', async () => {
  const place = site();
  const { email } = newAddress();
  const networks = [1, 2, 3, 4].map((last) => place.visitor({ address: `198.51.100.${210 + last}` }));
  for (const visitor of networks) {
    for (let i = 0; i < 5; i += 1) await askForCode(place, visitor, email);
    // What is refused here counts for nobody else.
    for (let i = 0; i < 5; i += 1)
      assert.equal((await visitor.post('/connexion/code', { courriel: email })).status, 429);
  }
  const fifth = place.visitor({ address: '198.51.100.215' });
  assert.equal((await fifth.post('/connexion/code', { courriel: email })).status, 429);
});

test('one network asks for sixty codes an hour at most, others are not touched', async () => {
  const place = site();
  const visitor = place.visitor({ address: '198.51.100.200' });
  for (let i = 0; i < 60; i += 1) await askForCode(place, visitor, `reseau.${i}@example.fr`);
  assert.equal((await visitor.post('/connexion/code', { courriel: 'reseau.60@example.fr' })).status, 429);
  await askForCode(place, place.visitor({ address: '198.51.100.201' }), 'reseau.60@example.fr');
  const buckets = await db.selectFrom('rate_limit').select('bucket').execute();
  assert.ok(
    buckets.every(({ bucket }) => !/198\.51|@/.test(bucket)),
    'no address is kept',
  );
});

test('one network tries three hundred codes an hour at most', async () => {
  const place = site();
  const { email } = newAddress();
  const visitor = place.visitor({ address: '198.51.100.202' });
  const code = await askForCode(place, visitor, email);
  const statuses = new Set<number>();
  for (let i = 0; i < 300; i += 1) {
    statuses.add((await visitor.post('/connexion', { courriel: `x${i}@example.fr`, code: '000000' })).status);
  }
  assert.deepEqual([...statuses], [422]);
  assert.equal((await visitor.post('/connexion', { courriel: email, code })).status, 429);
});

test('what is not an address or a code is said beside its field, and costs no try', async () => {
  const place = site();
  const { email, address } = newAddress();
  const visitor = place.visitor({ address });
  const typed = await visitor.post('/connexion/code', { courriel: 'pas <une> adresse' });
  assert.equal(typed.status, 422);
  assert.match(typed.html, /value="pas &lt;une&gt; adresse"/);
  assert.match(typed.html, /aria-describedby="courriel-erreur"/);
  assert.match(typed.html, /href="#courriel"/);
  const code = await askForCode(place, visitor, email);
  for (const wrong of ['', '12345', '1234567', 'abcdef', '\u0000', '12345６']) {
    assert.equal((await visitor.post('/connexion', { courriel: email, code: wrong })).status, 422);
  }
  assert.equal((await visitor.post('/connexion', { courriel: email, code })).status, 303);
});

test('a mail that cannot leave is said, keeps what was typed, and does not count', async () => {
  let broken = true;
  const mails: string[] = [];
  const place = site({
    sendMail: async ({ text }) => {
      if (broken) throw new MailFailure('mail not sent: ECONNREFUSED');
      mails.push(text);
    },
  });
  const { email, address } = newAddress();
  const visitor = place.visitor({ address });
  for (let i = 0; i < 8; i += 1) {
    const answer = await visitor.post('/connexion/code', { courriel: email, suite: '/essai' });
    assert.equal(answer.status, 503);
    assert.match(answer.html, /Le message n’a pas pu partir/);
    assert.match(answer.html, new RegExp(`value="${email}"`));
    assert.match(answer.html, /name="suite" value="\/essai"/);
  }
  assert.equal(
    (await db.selectFrom('sign_in_code').select('id').where('email', '=', email).execute()).length,
    0,
  );
  broken = false;
  assert.equal((await visitor.post('/connexion/code', { courriel: email })).status, 303);
  assert.equal(mails.length, 1);
});

test('signing in never leads to another site', async () => {
  const place = site({ demonstration: true });
  await seedDemonstration(db, place.app.content, place.app.now());
  const person = 'd0000000-0000-4000-8000-000000000003';
  for (const suite of [
    'https://example.org/',
    '//example.org',
    '/\\example.org',
    '/\t/example.org',
    '/.//example.org',
    'javascript:alert(1)',
    `/${'a'.repeat(1_600)}`,
    '/essai\r\nSet-Cookie: a=b',
  ]) {
    const visitor = place.visitor();
    const answer = await visitor.post('/demo/connexion', { personne: person, suite });
    assert.equal(answer.location, '/mon-espace', suite);
    const form = await visitor.get(`/connexion?suite=${encodeURIComponent(suite)}`);
    assert.doesNotMatch(form.html, /name="suite"/, suite);
  }
  const kept = await place
    .visitor()
    .post('/demo/connexion', { personne: person, suite: '/essai?a=1&b=%2F%2Fc' });
  assert.equal(kept.location, '/essai?a=1&b=%2F%2Fc');
});

test('a session fixed in advance is never adopted, and the former one is closed', async () => {
  const place = site();
  const { email, address } = newAddress();
  const visitor = place.visitor({ address });
  const planted = 'A'.repeat(43);
  visitor.cookies.set('__Host-session', planted);
  await visitor.post('/connexion', { courriel: email, code: await askForCode(place, visitor, email) });
  const first = sessionOf(visitor);
  assert.notEqual(first, planted);
  const attacker = place.visitor();
  attacker.cookies.set('__Host-session', planted);
  assert.equal((await attacker.get('/essai')).status, 303);

  await visitor.post('/connexion', { courriel: email, code: await askForCode(place, visitor, email) });
  assert.notEqual(sessionOf(visitor), first);
  attacker.cookies.set('__Host-session', first ?? '');
  assert.equal((await attacker.get('/essai')).status, 303, 'the former session is closed');
});

test('after signing out the session is dead everywhere, and a tampered cookie is nobody', async () => {
  const place = site();
  const { email, address } = newAddress();
  const visitor = place.visitor({ address });
  await visitor.post('/connexion', { courriel: email, code: await askForCode(place, visitor, email) });
  const token = sessionOf(visitor) ?? '';
  const thief = place.visitor();
  for (const tampered of [withAnotherFirstSign(token), token.toLowerCase(), `${token}a`, '', "' or 1=1"]) {
    thief.cookies.set('__Host-session', tampered);
    assert.equal((await thief.get('/essai')).status, 303, tampered);
  }
  const out = await visitor.post('/deconnexion');
  assert.equal(out.location, '/connexion?depart=oui');
  assert.equal(sessionOf(visitor), undefined);
  thief.cookies.set('__Host-session', token);
  assert.equal((await thief.get('/essai')).status, 303);
  assert.equal((await visitor.post('/deconnexion')).status, 303, 'signing out twice is not an error');
});

test('a session ends after two idle hours, and after twelve in any case', async () => {
  const place = site();
  const { email, address } = newAddress();
  const visitor = place.visitor({ address });
  await visitor.post('/connexion', { courriel: email, code: await askForCode(place, visitor, email) });
  for (let hours = 0; hours < 11.5; hours += 1.5) {
    assert.equal((await visitor.get('/essai')).status, 200);
    place.wait(90);
  }
  assert.equal((await visitor.get('/essai')).status, 303);

  await visitor.post('/connexion', { courriel: email, code: await askForCode(place, visitor, email) });
  place.wait(121);
  assert.equal((await visitor.get('/essai')).status, 303);
});

test('an answer sent after the session ended comes back as a draft', async () => {
  const visitor = site().visitor();
  const answer = await visitor.post('/evaluations/0a1b/reponses', { position: '3', choix: 'b' });
  assert.equal(answer.status, 401);
  assert.match(answer.html, /Votre session est terminée/);
  assert.match(answer.html, /n’est pas enregistrée/);
  const [, link] = /href="(\/connexion\?suite=[^"]+)"/.exec(answer.html) ?? [];
  assert.equal(
    new URL(link?.replaceAll('&amp;', '&') ?? '', 'https://a.example').searchParams.get('suite'),
    '/evaluations/0a1b?position=3&choix=b',
  );
});

test('any other write while signed out comes back to its page, if it is one of ours', async () => {
  const visitor = site().visitor();
  const ours = await visitor.post('/essai', {}, { referer: 'https://perseverance.example/essai?page=2' });
  assert.equal(ours.status, 401);
  assert.match(ours.html, /suite=%2Fessai%3Fpage%3D2"/);
  const theirs = await visitor.post('/essai', {}, { referer: 'https://example.org/essai' });
  assert.match(theirs.html, /suite=%2Fmon-espace"/);
});

test('the characters, their mails and their sessions exist only in the demonstration', async () => {
  const demonstration = site({ demonstration: true });
  await seedDemonstration(db, demonstration.app.content, demonstration.app.now());
  const visitor = demonstration.visitor();
  const form = await visitor.get('/connexion');
  assert.match(form.html, /Inès Delattre/);
  assert.match(form.html, /Collège des Quatre-Vents/);
  await visitor.post('/demo/connexion', { personne: 'd0000000-0000-4000-8000-000000000003' });
  assert.match((await visitor.get('/mon-espace')).html, /Inès Delattre/);

  const real = site();
  const outside = real.visitor();
  assert.doesNotMatch((await outside.get('/connexion')).html, /Inès Delattre/);
  assert.equal((await outside.get('/demo/courriels')).status, 404);
  assert.equal(
    (await outside.post('/demo/connexion', { personne: 'd0000000-0000-4000-8000-000000000003' })).status,
    404,
  );
  outside.cookies.set('__Host-session', sessionOf(visitor) ?? '');
  assert.equal((await outside.get('/mon-espace')).status, 303, 'a character is nobody outside');
});

test('only a character can be entered without a code', async () => {
  const place = site({ demonstration: true });
  const { email, address } = newAddress();
  const visitor = place.visitor({ address });
  await visitor.post('/connexion', { courriel: email, code: await askForCode(place, visitor, email) });
  const { id } = await db
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  for (const person of [id, '', 'nobody', '00000000-0000-4000-8000-000000000000', "d'--"]) {
    assert.equal((await place.visitor().post('/demo/connexion', { personne: person })).status, 404, person);
  }
});

test('a form of another site cannot sign anybody in or out', async () => {
  const visitor = site({ demonstration: true }).visitor();
  for (const path of ['/connexion', '/connexion/code', '/deconnexion', '/demo/connexion']) {
    assert.equal((await visitor.post(path, {}, { origin: 'https://example.org' })).status, 403, path);
  }
});
