import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { dayOf, daysAfter } from '../../src/calendar/index.ts';
import { loadContent } from '../../src/content/index.ts';
import { rolledBack, testDatabase } from '../../src/database/testing.ts';
import { followUpRoutes, seedFollowUps } from '../../src/follow-up/index.ts';
import { CHARACTERS, gate, identityRoutes, SCHOOLS, seedDemonstration } from '../../src/identity/index.ts';
import { testSite, type Visitor } from '../site.ts';

/** Who asks, seen from the first school of the demonstration, whose things the addresses name. */
const VIEWERS = {
  agent: 'Hélène Marchetti',
  member: 'Inès Delattre',
  observer: 'Karim Vasseur',
  referent: 'Thomas Nguyen',
  /** The head, before and after they say they chair the GPDS. */
  head: 'Claire Okafor',
  chair: 'Claire Okafor',
  /** From another school, with an access to the one file. */
  tutor: 'Mathieu Benali',
  guest: 'Aurélie Kowalski',
  agentElsewhere: 'Sofia Pereira',
  referentElsewhere: 'Yasmine Le Goff',
  headElsewhere: 'Étienne Rakoto',
  trainer: 'Mei-Lin Garnier',
  academie: 'Samuel Ortega',
  nation: 'Judith Amsellem',
} as const;
type Role = keyof typeof VIEWERS;
const ALL = Object.keys(VIEWERS) as Role[];

/** Those who lead the GPDS of the school, those who work in the file, and so on inwards and outwards. */
const LEADS: Role[] = ['referent', 'chair'];
const WORKS: Role[] = [...LEADS, 'member'];
const HEADS: Role[] = ['head', 'chair', 'headElsewhere'];
const REFERENTS: Role[] = ['referent', 'referentElsewhere'];
const HERE: Role[] = ['agent', 'member', 'observer', 'referent', 'head', 'chair'];
const OF_ANOTHER_SCHOOL: Role[] = ['tutor', 'guest', 'agentElsewhere', 'referentElsewhere', 'headElsewhere'];

type Expected = Partial<Record<200 | 303 | 422, Role[]>>;

/**
 * Who gets what, for every address of the follow-up; whoever is not named gets 404, like what does not exist. A page of
 * nobody in particular shows what is one's own; 422: one may ask, not for that school.
 */
const TABLE: Record<string, Expected> = {
  'GET /suivi': { 200: ALL },
  'GET /suivi/voies': { 200: ALL },
  'GET /suivi/alertes': { 200: ALL },
  'GET /suivi/alertes/nouvelle': { 200: ALL },
  'POST /suivi/alertes': { 303: HERE, 422: OF_ANOTHER_SCHOOL },
  'POST /suivi/alertes/relais': { 303: HERE },
  'GET /suivi/alertes/recues': { 200: [...LEADS, 'referentElsewhere'] },
  'GET /suivi/alertes/recues/:id': { 200: LEADS },
  'POST /suivi/alertes/recues/:id': { 303: LEADS },
  'GET /suivi/lectures': { 200: [...HEADS, ...REFERENTS] },
  'GET /suivi/presidence': { 200: HEADS },
  'POST /suivi/presidence': { 303: HEADS },
  'GET /mon-compte/suivi': { 200: [...HEADS, ...REFERENTS] },
  'POST /mon-compte/suivi': { 303: [...HEADS, ...REFERENTS] },
  'GET /suivi/passation': { 200: [...HEADS, ...REFERENTS] },
  'POST /suivi/passation': {
    303: ['referent', 'head', 'chair'],
    422: ['referentElsewhere', 'headElsewhere'],
  },
  'GET /suivi/cadre': { 200: [...HEADS, ...REFERENTS] },
  'POST /suivi/cadre': { 303: HEADS },
  'GET /suivi/appels': { 200: REFERENTS },
  'GET /suivi/nouveau': { 200: REFERENTS },
  'POST /suivi': { 303: REFERENTS },
  'GET /suivi/reprise': { 200: REFERENTS },
  'POST /suivi/reprise': { 200: ['referentElsewhere'], 422: ['referent'] },
  'POST /suivi/reprise/accord': { 303: ['referentElsewhere'], 422: ['referent'] },
  'GET /suivi/:code': { 200: [...WORKS, 'observer', 'tutor', 'guest'] },
  'GET /suivi/:code/acces': { 200: LEADS },
  'POST /suivi/:code/acces': { 303: ['referent'] },
  'POST /suivi/:code/acces/:id/fin': { 303: ['referent'] },
  'GET /suivi/:code/transfert': { 200: ['referent'] },
  'POST /suivi/:code/transfert': { 200: ['referent'] },
  'POST /suivi/:code/transfert/annulation': { 303: ['referent'] },
  'GET /suivi/:code/signaux': { 200: [...WORKS, 'observer', 'tutor'] },
  'POST /suivi/:code/signaux': { 303: WORKS },
  'POST /suivi/:code/cotations': { 303: [...WORKS, 'observer', 'tutor'] },
  'GET /suivi/:code/accompagnement': { 200: WORKS },
  'POST /suivi/:code/accompagnement': { 303: WORKS },
  'GET /suivi/:code/accompagnement/:id': { 200: [...WORKS, 'tutor', 'guest'] },
  'POST /suivi/:code/accompagnement/:id/seances': { 303: [...WORKS, 'tutor'] },
  'POST /suivi/:code/accompagnement/:id/verifications': { 303: WORKS },
  'POST /suivi/:code/accompagnement/:id/fin': { 303: WORKS },
  'GET /suivi/:code/entretiens': { 200: [...WORKS, 'tutor', 'guest'] },
  'POST /suivi/:code/entretiens': { 303: [...WORKS, 'tutor'] },
  'GET /suivi/:code/feuille': { 200: [...WORKS, 'guest'] },
  'GET /suivi/:code/etapes': { 200: [...WORKS, 'guest'] },
  'POST /suivi/:code/etapes': { 303: WORKS },
  'GET /suivi/:code/fin': { 200: LEADS },
  'POST /suivi/:code/fin': { 303: LEADS },
  'GET /suivi/:code/questionnaires': { 200: [...WORKS, 'tutor', 'guest'] },
  'POST /suivi/:code/questionnaires': { 200: [...WORKS, 'tutor'] },
  'POST /suivi/:code/questionnaires/:id/annulation': { 303: [...WORKS, 'tutor'] },
  'GET /suivi/:code/information': { 200: LEADS },
  'POST /suivi/:code/information': { 303: LEADS },
  'POST /suivi/:code/information/feuille': { 200: LEADS },
  'POST /suivi/:code/demandes/:id': { 303: LEADS },
  'GET /suivi/effacements': { 200: [...HEADS, ...REFERENTS] },
  // Whoever may open a file lays names over the codes on their own screen.
  'GET /suivi/correspondance': { 200: [...WORKS, 'observer', 'tutor', 'guest', 'referentElsewhere'] },
  'GET /suivi/etiquettes': { 200: [...WORKS, 'observer', 'tutor', 'guest', 'referentElsewhere'] },
  'GET /suivi/releve': { 200: REFERENTS },
  // Nothing was pasted: the form comes back.
  'POST /suivi/releve': { 422: REFERENTS },
  'GET /gpds': { 200: [...LEADS, 'referentElsewhere'] },
  'POST /gpds': { 303: [...LEADS, 'referentElsewhere'] },
  'GET /gpds/:id': { 200: LEADS },
  'POST /gpds/:id/ordre': { 303: LEADS },
  'POST /gpds/:id/situations': { 303: LEADS },
  'POST /gpds/:id/jour': { 303: LEADS },
  'POST /gpds/:id/fin': { 303: LEADS },
  'GET /gpds/:id/situations/:code': { 200: LEADS },
  'POST /gpds/:id/situations/:code': { 303: LEADS },
  'GET /gpds/:id/compte-rendu': { 200: LEADS },
  'GET /gpds/:id/compte-rendu.pdf': { 200: LEADS },
  // What one was asked to do is one’s own to tell, and nobody else’s.
  'POST /actes/:id': { 303: ['agent'] },
};

const TRANSFER = 'K7M4R-2PQXA';
const now = new Date();
const today = dayOf(now);
const db = await testDatabase();
const content = loadContent();
const place = testSite(db, [...identityRoutes, ...followUpRoutes], gate, {
  demonstration: true,
  content,
  now,
});
await seedDemonstration(db, content, now);
await seedFollowUps(db, now);
const ids = await whatAddressesName();

test('every address of the follow-up for staff is in the table, and the table names no other', () => {
  const known = followUpRoutes
    .filter(({ audience }) => audience === 'staff')
    .map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual(Object.keys(TABLE).toSorted(), known.toSorted());
});

test('each role of each school gets from each address what the table says, and 404 from all the others', async () => {
  const people = await signIn();
  const wrong: string[] = [];
  for (const [key, expected] of Object.entries(TABLE)) {
    for (const [role, visitor] of people) {
      const due = Object.entries(expected).find(([, roles]) => roles.includes(role))?.[0] ?? '404';
      const got = await ask(visitor, role, key);
      if (String(got) !== due) wrong.push(`${key}, ${role}: ${got} instead of ${due}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('nobody gets in without signing in, nor before their first visit is over', async () => {
  const stranger = place.visitor({ address: '192.0.2.200' });
  const newcomer = place.visitor({ address: '192.0.2.201' });
  const { id } = CHARACTERS.find(({ profession }) => profession === null)!;
  await newcomer.post('/demo/connexion', { personne: id });
  for (const key of Object.keys(TABLE)) {
    const refused = key.startsWith('GET') ? 303 : 401;
    assert.equal(await ask(stranger, null, key), refused, key);
    assert.equal(await ask(newcomer, null, key), 303, key);
  }
});

type Named = {
  code: string;
  meeting: string;
  closedMeeting: string;
  support: string;
  alert: string;
  access: string;
  act: string;
  signal: string;
  given: string;
  request: string;
};

/** The things of the first school that addresses name, made where the demonstration has none. */
async function whatAddressesName(): Promise<Named> {
  const school = SCHOOLS[0].uai;
  const idOf = (role: Role) => CHARACTERS.find(({ name }) => name === VIEWERS[role])!.id;
  const file = await db
    .selectFrom('follow_up as f')
    .innerJoin('watched_signal as w', 'w.follow_up_id', 'f.id')
    .select(['f.id', 'f.code', 'w.signal'])
    .where('f.school', '=', school)
    .where('f.closed_on', 'is', null)
    .where('w.place', '=', 1)
    .orderBy('f.opened_on')
    .executeTakeFirstOrThrow();
  const accesses = (['member', 'observer', 'tutor', 'guest'] as const).map((role) => ({
    id: randomUUID(),
    follow_up_id: file.id,
    person_id: idOf(role),
    role,
    from_day: today,
    until_day: daysAfter(today, 30),
  }));
  await db.insertInto('circle_member').values(accesses).execute();
  const [meeting, act, support] = [randomUUID(), randomUUID(), randomUUID()];
  const [given, request] = [randomUUID(), randomUUID()];
  await db.deleteFrom('young_questionnaire').where('follow_up_id', '=', file.id).execute();
  await db
    .insertInto('young_questionnaire')
    .values({
      id: given,
      follow_up_id: file.id,
      instrument: 'efficacite-jeune',
      occasion: 'after',
      code_hash: Buffer.alloc(32, 1),
      created_at: now,
      expires_at: new Date(now.getTime() + 86_400_000),
    })
    .execute();
  await db
    .insertInto('data_request')
    .values({
      id: request,
      follow_up_id: file.id,
      kind: 'correction',
      asked_by: 'pupil',
      about: ['milestones'],
      asked_on: today,
    })
    .execute();
  await db
    .insertInto('support')
    .values({
      id: support,
      follow_up_id: file.id,
      kind: 'mesure-responsabilisation',
      planned_from: today,
      planned_until: daysAfter(today, 30),
      recorded_at: now,
    })
    .execute();
  await db
    .insertInto('transfer')
    .values({
      id: randomUUID(),
      follow_up_id: file.id,
      code_hash: createHash('sha256').update(TRANSFER).digest(),
      created_at: now,
      expires_at: new Date(now.getTime() + 86_400_000),
      with_texts: false,
    })
    .execute();
  await db
    .insertInto('gpds_meeting')
    .values({ id: meeting, school, held_on: today, begun_at: now, prepared_at: now })
    .execute();
  await db.insertInto('gpds_item').values({ meeting_id: meeting, follow_up_id: file.id, place: 1 }).execute();
  await db
    .insertInto('gpds_decision')
    .values({
      id: act,
      follow_up_id: file.id,
      kind: 'tutorat',
      act: 'Un quart d’heure chaque lundi',
      who: 'Enseignant',
      person_id: idOf('agent'),
      due: daysAfter(today, 7),
      decided_on: today,
    })
    .execute();
  const closedMeeting = await db
    .selectFrom('gpds_meeting')
    .select('id')
    .where('school', '=', school)
    .where('closed_at', 'is not', null)
    .executeTakeFirstOrThrow();
  const alert = await db
    .selectFrom('alert')
    .select('id')
    .where('school', '=', school)
    .where('decided_at', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    code: file.code,
    meeting,
    closedMeeting: closedMeeting.id,
    support,
    given,
    request,
    signal: file.signal,
    alert: alert.id,
    access: accesses[3]!.id,
    act,
  };
}

/** The address of a route, about the first school. */
function addressOf(path: string): string {
  const id = path.startsWith('/gpds/:id/compte-rendu')
    ? ids.closedMeeting
    : path.startsWith('/gpds')
      ? ids.meeting
      : path.startsWith('/actes')
        ? ids.act
        : path.includes('/alertes/')
          ? ids.alert
          : path.includes('/acces/')
            ? ids.access
            : path.includes('/questionnaires/')
              ? ids.given
              : path.includes('/demandes/')
                ? ids.request
                : ids.support;
  return path.replace(':code', ids.code).replace(':id', id);
}

/** What each form sends so that whoever may is not refused for what they typed. */
const FORMS: Record<string, Record<string, string>> = {
  'POST /suivi/alertes': {
    id: randomUUID(),
    school: SCHOOLS[0].uai,
    level: '4e',
    signal: 'S02',
    observedOn: today,
  },
  'POST /suivi/alertes/relais': { school: SCHOOLS[0].uai },
  'POST /suivi/alertes/recues/:id': { outcome: 'watch' },
  'POST /suivi/cadre': {
    controller: 'Le collège',
    legalBasis: 'Mission d’intérêt public',
    impactAssessment: 'v1',
    officerOpinion: 'favorable',
    hosting: 'France',
    retention: 'un an',
  },
  'POST /suivi/presidence': { preside: 'oui' },
  'POST /suivi/passation': {
    from: CHARACTERS.find(({ name }) => name === VIEWERS.referent)!.id,
    to: CHARACTERS.find(({ name }) => name === VIEWERS.member)!.id,
    which: 'toutes',
  },
  'POST /suivi/:code/acces': {
    person: CHARACTERS.find(({ name }) => name === VIEWERS.agent)!.id,
    role: 'observer',
    until: daysAfter(today, 20),
  },
  'POST /suivi/:code/transfert': { told: 'oui' },
  'POST /suivi/reprise': { code: TRANSFER },
  'POST /suivi/reprise/accord': { code: TRANSFER, school: SCHOOLS[1].uai },
  'POST /suivi': { level: '4e', ageBand: 'under-16', informedOn: '' },
  'POST /suivi/:code/information': { 'informed-on': today },
  'POST /suivi/:code/questionnaires': { instrument: 'engagement-jeune', occasion: 'before' },
  'POST /suivi/:code/signaux': { signal: 'S01' },
  'POST /suivi/:code/cotations': { observedOn: today, [ids.signal]: '1' },
  'POST /suivi/:code/accompagnement': {
    kind: 'tutorat',
    from: today,
    until: daysAfter(today, 30),
    hours: '6',
    tutor: '',
  },
  'POST /suivi/:code/accompagnement/:id/seances': {
    session: randomUUID(),
    'session-on': today,
    'session-hours': '1',
  },
  'POST /suivi/:code/accompagnement/:id/fin': { 'stop-on': today, reason: 'never-begun' },
  'POST /suivi/:code/entretiens': {
    interview: randomUUID(),
    withWhom: 'pupil',
    heldOn: today,
    goal: 'Venir le lundi',
    nextOn: '',
  },
  'POST /suivi/:code/etapes': { kind: 'contacted', 'on-contacted': today },
  'POST /suivi/:code/fin': { reason: 'no-longer-needed', on: today, situation: 'education' },
  'POST /gpds': { heldOn: today },
  'POST /gpds/:id/situations': { code: 'AA-AAA' },
  'POST /gpds/:id/jour': { heldOn: today },
  'POST /gpds/:id/situations/:code': { suite: 'suivante' },
  'POST /actes/:id': { outcome: 'done' },
};

/** Everybody, signed in; and the head a second time, as chair. */
async function signIn(): Promise<Map<Role, Visitor>> {
  const people = new Map<Role, Visitor>();
  for (const [index, role] of ALL.entries()) {
    const visitor = place.visitor({ address: `192.0.2.${index + 10}` });
    const personne = CHARACTERS.find(({ name }) => name === VIEWERS[role])!.id;
    assert.equal((await visitor.post('/demo/connexion', { personne })).status, 303);
    people.set(role, visitor);
  }
  return people;
}

/** The status somebody gets; whatever they did is undone. */
async function ask(visitor: Visitor, role: Role | null, key: string): Promise<number> {
  const [method, path] = key.split(' ') as [string, string];
  return rolledBack(db, async (trx) => {
    if (role === 'chair')
      await trx
        .insertInto('gpds_chair')
        .values({
          id: randomUUID(),
          school: SCHOOLS[0].uai,
          person_id: CHARACTERS.find(({ name }) => name === VIEWERS.chair)!.id,
          from_day: today,
        })
        .execute();
    place.app.db = trx;
    try {
      const answer =
        method === 'GET'
          ? await visitor.get(addressOf(path))
          : await visitor.post(addressOf(path), FORMS[key] ?? {});
      return answer.status;
    } finally {
      place.app.db = db;
    }
  });
}
