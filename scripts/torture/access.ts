import { dayOf } from '../../src/calendar/index.ts';
import { CHARACTERS, COLLEGE, POLYVALENT, VOCATIONAL } from '../../src/identity/demonstration.ts';
import { routes } from '../../src/routes.ts';
import { type Answer, Client, characterNamed } from '../../test/journeys/visit/client.ts';
import { createPeople } from '../bench/people.ts';
import { addressOf } from './foreign.ts';
import { Person } from './person.ts';
import type { Ground, Row, Tally } from './row.ts';

/** Everybody who is not the owner, seen from the first school. */
const ROLES = {
  'agent elsewhere': 'Sofia Pereira',
  'agent here': 'Hélène Marchetti',
  referent: 'Thomas Nguyen',
  'referent elsewhere': 'Yasmine Le Goff',
  head: 'Claire Okafor',
  'head elsewhere': 'Étienne Rakoto',
  'formateur of the académie': 'Mei-Lin Garnier',
  'another académie': 'Samuel Ortega',
  national: 'Judith Amsellem',
} as const;
const ELSEWHERE = ['agent elsewhere', 'referent elsewhere', 'head elsewhere', 'another académie', 'national'];
/** The roles that pages of those in charge are open to; to all others they do not exist. */
const ADMITTED: Record<string, readonly string[]> = {
  national: ['national'],
  administrator: ['national', 'another académie'],
};
const FOLLOW_UP = /^\/(suivi|gpds|actes)(\/|$)/;

export const accessSwept: Row = {
  number: 7,
  title: 'every route × every role × own, other school, other académie, signed out',
  async run(ground, tally) {
    const roles = new Map<string, Client>();
    for (const [role, name] of Object.entries(ROLES))
      roles.set(role, await characterNamed(ground.place.address, name));
    await closedDoors(ground, roles, tally);
    await ownThings(ground, roles, tally);
    await followUps(ground, roles, tally);
    await places(roles, tally);
    await administration(ground, roles, tally);
    tally.notes.push(
      `${routes.length} routes, ${roles.size} roles beside the owner, the newcomer and nobody`,
    );
    tally.notes.push(
      'who gets what from each follow-up address: test/journeys/follow-up-routes.test.ts, row 7 bis',
    );
  },
};

/** Signed out, in a first visit, or without the national view: what the audience of the route says. */
async function closedDoors(
  { place }: Ground,
  roles: ReadonlyMap<string, Client>,
  tally: Tally,
): Promise<void> {
  const nobody = new Client(place.address);
  const newcomer = new Client(place.address);
  const { id } = CHARACTERS.find(({ profession }) => profession === null)!;
  await newcomer.post('/demo/connexion', { personne: id });
  for (const { method, path, audience } of routes) {
    if (audience.startsWith('anyone')) continue;
    const ask = (client: Client) => asks(client, method, addressOf(path));
    const out = await ask(nobody);
    const toSignIn =
      method === 'GET' ? out.status === 303 && /^\/connexion/.test(out.location!) : out.status === 401;
    tally.refuses(toSignIn, `${method} ${path}, signed out: ${out.status} ${out.location}`);
    if (audience === 'staff') {
      const { status, location } = await ask(newcomer);
      tally.refuses(
        status === 303 && location === '/bienvenue',
        `${method} ${path}, newcomer: ${status} ${location}`,
      );
    }
    const admitted = ADMITTED[audience];
    if (!admitted) continue;
    for (const [role, client] of roles) {
      if (admitted.includes(role)) continue;
      const { status } = await ask(client);
      tally.refuses(status === 404, `${method} ${path}, ${role}: ${status}`);
    }
  }
}

/** What belongs to one person answers everybody else exactly as what does not exist. */
async function ownThings(
  { place, db }: Ground,
  roles: ReadonlyMap<string, Client>,
  tally: Tally,
): Promise<void> {
  const [token] = await createPeople(db(), 1);
  const owner = new Person(place.address, token!);
  owner.series = await owner.begins();
  const secret = 'Zibeline au fond du couloir';
  const due = dayOf(new Date());
  await owner.client.post('/plans', { situation: secret, act: secret, help: secret, due });
  const { id: plan } = await db()
    .selectFrom('plan')
    .select('id')
    .where('situation', '=', secret)
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const dialogue = /href="\/dialogues\/([a-z-]+)"/.exec((await owner.client.get('/dialogues')).html)![1]!;
  const played = await owner.client.post(`/dialogues/${dialogue}/parties`);
  const play = /parties\/([^/?]+)/.exec(played.location ?? '')?.[1] ?? '';
  tally.survives(play !== '', `a dialogue begun answers ${played.status}`);
  const own = (path: string) =>
    path
      .replace(/^\/evaluations\/:id/, owner.series!)
      .replace(/^\/plans\/:id/, `/plans/${plan}`)
      .replace(/^\/dialogues\/:id\/parties\/:play/, `/dialogues/${dialogue}/parties/${play}`);
  const nobodys = (path: string) => addressOf(path.replace(/^\/dialogues\/:id/, `/dialogues/${dialogue}`));
  for (const { method, path } of routes) {
    if (own(path) === path) continue;
    const address = addressOf(own(path));
    for (const [role, client] of roles) {
      const theirs = await asks(client, method, address);
      const absent = await asks(client, method, nobodys(path));
      tally.refuses(theirs.status === 404, `${method} ${path}, ${role}: ${theirs.status}`);
      tally.refuses(
        theirs.html === absent.html,
        `${method} ${path}, ${role}: tells apart from what does not exist`,
      );
    }
    if (method === 'GET') {
      const { status } = await asks(owner.client, method, address);
      const mayBeAbsent = /bilan|suite|fin$|signalement/.test(path);
      tally.survives(status < 400 || (mayBeAbsent && status === 404), `GET ${path}, the owner: ${status}`);
    }
  }
  for (const { method, path } of routes) {
    if (method !== 'GET' || path.includes(':') || path === '/demo/courriels') continue;
    for (const [role, client] of roles) {
      const { html, status } = await client.get(path);
      tally.refuses(
        !html.includes('Zibeline'),
        `GET ${path}, ${role}: shows what somebody wrote for themselves`,
      );
      tally.survives(status < 500, `GET ${path}, ${role}: ${status}`);
    }
  }
}

/** A file of the first school, asked for by its code from elsewhere. */
async function followUps({ db }: Ground, roles: ReadonlyMap<string, Client>, tally: Tally): Promise<void> {
  const files = await db()
    .selectFrom('follow_up')
    .select(['code', 'id'])
    .where('school', '=', COLLEGE)
    .where('closed_on', 'is', null)
    .limit(3)
    .execute();
  tally.survives(files.length > 0, 'the first school follows nobody');
  for (const { code, id } of files) {
    const shared = await db()
      .selectFrom('circle_member')
      .select('person_id')
      .where('follow_up_id', '=', id)
      .execute();
    for (const role of ELSEWHERE) {
      const person = CHARACTERS.find(({ name }) => name === ROLES[role as keyof typeof ROLES])!;
      if (shared.some(({ person_id }) => person_id === person.id)) continue;
      for (const { method, path } of routes) {
        if (!FOLLOW_UP.test(path)) continue;
        const { html, status } = await asks(roles.get(role)!, method, addressOf(path.replace(':code', code)));
        tally.refuses(!html.includes(code), `${method} ${path}, ${role}: shows ${code}`);
        if (path.includes(':code')) tally.refuses(status === 404, `${method} ${path}, ${role}: ${status}`);
      }
    }
  }
}

/** Figures of a school or of an académie that is not one’s own. */
async function places(roles: ReadonlyMap<string, Client>, tally: Tally): Promise<void> {
  const denied: Record<string, string[]> = {
    head: [VOCATIONAL, POLYVALENT, '17', '16'],
    referent: [VOCATIONAL, POLYVALENT, '17', '16'],
    'head elsewhere': [COLLEGE, POLYVALENT, '09', '16'],
    'agent here': [VOCATIONAL, POLYVALENT, '17', '16'],
    'formateur of the académie': [VOCATIONAL, POLYVALENT, '17', '16'],
    'another académie': [COLLEGE, POLYVALENT, '09', '16'],
    national: [COLLEGE, VOCATIONAL, POLYVALENT],
  };
  for (const [role, code] of [
    ['head', COLLEGE],
    ['another académie', '17'],
  ] as const) {
    const { status } = await roles.get(role)!.get(`/effets/parcours?lieu=${code}`);
    tally.survives(status === 200, `/effets/parcours?lieu=${code}, ${role}, whose place it is: ${status}`);
  }
  for (const { method, path } of routes) {
    if (method !== 'GET' || !/^\/effets\/[a-z.]+$/.test(path)) continue;
    for (const [role, codes] of Object.entries(denied)) {
      for (const code of codes) {
        const { status } = await roles.get(role)!.get(`${path}?lieu=${code}`);
        const ignored = path === '/effets/chiffres' || path === '/effets/import';
        tally.refuses(
          status === 404 || (ignored && status === 200),
          `GET ${path}?lieu=${code}, ${role}: ${status}`,
        );
      }
    }
  }
}

/** An académie sees and changes nothing of another: neither its people, nor its schools; nobody else sees any. */
async function administration(
  { db }: Ground,
  roles: ReadonlyMap<string, Client>,
  tally: Tally,
): Promise<void> {
  const [person] = CHARACTERS.filter(({ name }) => name === ROLES['agent here']);
  const held = await db()
    .selectFrom('membership')
    .select('id')
    .where('person_id', '=', person!.id)
    .executeTakeFirstOrThrow();
  const addresses: [string, string][] = [
    ['GET', `/administration/personnes/${person!.id}`],
    ['POST', `/administration/personnes/${person!.id}/roles`],
    ['GET', `/administration/etablissements/${COLLEGE}`],
    ['POST', `/administration/etablissements/${COLLEGE}`],
    ['GET', `/administration/rattachements/${held.id}/fin`],
    ['POST', `/administration/rattachements/${held.id}/fin`],
    ['POST', `/administration/rattachements/${held.id}/confirmer`],
    ['GET', `/administration/etablissement?etablissement=${COLLEGE}`],
  ];
  const strangers = [
    'agent elsewhere',
    'agent here',
    'referent elsewhere',
    'head elsewhere',
    'formateur of the académie',
    'another académie',
  ];
  for (const role of strangers) {
    for (const [method, address] of addresses) {
      const { status, html } = await asks(roles.get(role)!, method, address);
      const refused = status === 404 || (status === 422 && !html.includes(person!.name));
      tally.refuses(refused, `${method} ${address}, ${role}: ${status}`);
    }
  }
  for (const path of [
    '/administration/personnes',
    '/administration/etablissements',
    '/administration/journal',
  ]) {
    const { html } = await roles.get('another académie')!.get(path);
    tally.refuses(!html.includes(person!.name), `GET ${path}, another académie: shows ${person!.name}`);
    tally.refuses(!html.includes('Quatre-Vents'), `GET ${path}, another académie: shows a school elsewhere`);
  }
  for (const [method, address] of addresses.filter(([verb]) => verb === 'GET')) {
    const { status } = await asks(roles.get('national')!, method, address);
    const expected = address.includes('etablissement?') ? 404 : 200;
    tally.survives(status === expected, `${method} ${address}, national: ${status}`);
  }
}

function asks(client: Client, method: string, path: string): Promise<Answer> {
  return method === 'GET' ? client.get(path) : client.post(path, {});
}
