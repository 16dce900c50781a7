import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { CHARACTERS } from '../../src/identity/demonstration.ts';
import { hashToken } from '../../src/identity/session.ts';
import { Client } from '../../test/journeys/visit/client.ts';
import { createPeople } from '../bench/people.ts';
import type { Ground, Row, Tally } from './row.ts';

const COOKIE = '__Host-session';

export const sessionsAttacked: Row = {
  number: 8,
  title: 'sessions: fixed, reused, tampered, aged, role removed',
  async run(ground, tally) {
    await fixed(ground, tally);
    await tampered(ground, tally);
    await aged(ground, tally);
    await roleRemoved(ground, tally);
  },
};

/** A session chosen by somebody else before the sign-in is worth nothing after it; nor is ours after signing out. */
async function fixed({ place }: Ground, tally: Tally): Promise<void> {
  const tokens = new Set<string>();
  for (const { id } of CHARACTERS.slice(0, 6)) {
    const planted = randomBytes(32).toString('base64url');
    const client = new Client(place.address);
    client.keep(COOKIE, planted);
    const entered = await client.post('/demo/connexion', { personne: id });
    const line = entered.headers.getSetCookie().find((cookie) => cookie.startsWith(COOKIE)) ?? '';
    const token = client.cookies().find(({ name }) => name === COOKIE)!.value;
    tokens.add(token);
    tally.refuses(
      token !== planted && !(await isIn(place.address, planted)),
      'a planted session is taken up',
    );
    tally.survives(Buffer.from(token, 'base64url').length >= 16, 'a session of fewer than 128 bits');
    tally.survives(
      ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'].every((mark) => line.includes(mark)) &&
        !/domain=/i.test(line),
      `the cookie is marked « ${line.replace(token, '…')} »`,
    );
    const again = client.twin();
    await again.post('/demo/connexion', { personne: id });
    const renewed = again.cookies().find(({ name }) => name === COOKIE)!.value;
    tally.refuses(
      renewed !== token && !(await isIn(place.address, token)),
      'a former session outlives a sign-in',
    );
    await again.post('/deconnexion');
    tally.refuses(!(await isIn(place.address, renewed)), 'a session is used after signing out');
  }
  tally.survives(tokens.size === 6, 'two people have the same session');
}

async function tampered({ place, db, random, short }: Ground, tally: Tally): Promise<void> {
  const [token] = await createPeople(db(), 1);
  const flipped = Array.from({ length: short ? 20 : 200 }, () => {
    const bytes = Buffer.from(token!, 'base64url');
    const place = random.integer(bytes.length);
    bytes[place] = bytes[place]! ^ (1 << random.integer(8));
    return bytes.toString('base64url');
  });
  const odd = [
    '',
    token!.slice(0, -1),
    `${token}A`,
    token!.toUpperCase(),
    `${token}.${token}`,
    `"${token}'`,
    hashToken(token!).toString('hex'),
    hashToken(token!).toString('base64url'),
    "' or 1=1 --",
    '%00',
    '%E0%A4%A',
    'x'.repeat(7_000),
    '../../etc/passwd',
    'null',
    'undefined',
    '[object Object]',
  ];
  for (const value of [...flipped, ...odd]) {
    const { status } = await new Client(place.address).send('GET', '/mon-espace', {
      headers: { cookie: `${COOKIE}=${value}` },
    });
    tally.refuses(status === 303, `${value.slice(0, 50)}: ${status}`);
  }
  for (const name of ['session', 'Session', '__host-session', '__Secure-session', 'sid']) {
    const { status } = await new Client(place.address).send('GET', '/mon-espace', {
      headers: { cookie: `${name}=${token}` },
    });
    tally.refuses(status === 303, `a session under the name ${name}: ${status}`);
  }
  tally.survives(await isIn(place.address, token!), 'the session itself is lost');
}

/** Two hours without a page, twelve hours in any case. */
async function aged({ place, db }: Ground, tally: Tally): Promise<void> {
  const [idle, old, young] = await createPeople(db(), 3);
  const age = (token: string, seen: string, opened: string) =>
    sql`update session set last_seen_at = now() - ${seen}::interval, created_at = now() - ${opened}::interval
      where token_hash = ${hashToken(token)}`.execute(db());
  await age(idle!, '121 minutes', '3 hours');
  await age(old!, '1 minute', '721 minutes');
  await age(young!, '118 minutes', '11 hours');
  tally.refuses(!(await isIn(place.address, idle!)), 'a session idle for two hours');
  tally.refuses(!(await isIn(place.address, old!)), 'a session of more than twelve hours');
  tally.survives(await isIn(place.address, young!), 'a session still young is closed');
}

/** A role lost, a school left, an account erased: felt at the next request. */
async function roleRemoved({ place, db }: Ground, tally: Tally): Promise<void> {
  const losses = [
    ['Thomas Nguyen', '/gpds', 'referent'],
    ['Étienne Rakoto', '/suivi/cadre', 'direction'],
    ['Samuel Ortega', '/effets/import', 'academie'],
    ['Judith Amsellem', '/contenus/a-revoir', 'national'],
  ] as const;
  for (const [name, path, role] of losses) {
    const { id } = CHARACTERS.find((character) => character.name === name)!;
    const client = new Client(place.address);
    await client.post('/demo/connexion', { personne: id });
    tally.survives((await client.get(path)).status === 200, `${name} does not get ${path}`);
    const removed = await db()
      .deleteFrom('membership')
      .where('person_id', '=', id)
      .where('role', '=', role)
      .returningAll()
      .execute();
    const { status } = await client.get(path);
    tally.refuses(status === 404, `${path} after ${role} was removed: ${status}`);
    await db()
      .insertInto('membership')
      .values(removed.map(({ id: _, ...membership }) => membership))
      .execute();
    tally.survives((await client.get(path)).status === 200, `${path} once ${role} is given back`);
  }
  const [token] = await createPeople(db(), 1);
  await sql`delete from person where id = (select person_id from session where token_hash = ${hashToken(token!)})`.execute(
    db(),
  );
  tally.refuses(!(await isIn(place.address, token!)), 'the session of an erased person');
}

async function isIn(address: string, token: string): Promise<boolean> {
  const client = new Client(address);
  client.keep(COOKIE, token);
  return (await client.get('/mes-donnees')).status === 200;
}
