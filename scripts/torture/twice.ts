import { dayOf } from '../../src/calendar/index.ts';
import { answerAtRandom } from '../../test/answer-form.ts';
import { type Answer, type Client, characterNamed } from '../../test/journeys/visit/client.ts';
import { createPeople } from '../bench/people.ts';
import { Person, pairs } from './person.ts';
import type { Ground, Row, Tally } from './row.ts';

const TIMES = 20;
const ALREADY = /Cette réponse est déjà enregistrée/;

export const sentTwice: Row = {
  number: 5,
  title: 'sent 20 times at once, Back, two tabs, two devices, replayed, signed out between',
  async run(ground, tally) {
    const stages = ground.short ? 2 : 10;
    for (let stage = 1; stage <= stages; stage += 1) await takesAStage(ground, tally);
    await signedOutBetween(ground, tally);
    await createdTwice(ground, tally);
  },
};

/** Each question of a stage is sent in one of the ways people send twice; each leaves one answer. */
async function takesAStage({ place, db, random }: Ground, tally: Tally): Promise<void> {
  const [token] = await createPeople(db(), 1);
  const person = new Person(place.address, token!);
  const begun = await Promise.all(Array.from({ length: TIMES }, () => person.begins()));
  tally.survives(new Set(begun).size === 1 && begun[0] !== null, 'a stage begun 20 times is several');
  person.series = begun[0]!;
  const ways = [together, twoTabs, twoDevices, replayed, back];
  for (let position = 1; ; position += 1) {
    const page = await person.client.get(`${person.series}/questions/${position}`);
    const one = page.status === 200 ? answerAtRandom(page.html, random) : null;
    const other = page.status === 200 ? answerAtRandom(page.html, random) : null;
    if (!one || !other) break;
    const send = (client: Client, fields: [string, string][]) => client.post(one.action, fields);
    const problem = await ways[position % ways.length]!(person, {
      one: pairs(one),
      other: pairs(other),
      send,
    });
    tally.survives(problem === null, `question ${position}: ${problem}`);
    person.acknowledged = position;
    const resumed = await person.resumes(db());
    tally.survives(resumed === null, `question ${position}: ${resumed}`);
  }
  tally.survives(person.acknowledged >= 8, `the stage stopped after ${person.acknowledged} questions`);
}

type Sent = {
  one: [string, string][];
  other: [string, string][];
  send: (client: Client, fields: [string, string][]) => Promise<Answer>;
};

async function together({ client }: Person, { one, send }: Sent): Promise<string | null> {
  const answers = await Promise.all(Array.from({ length: TIMES }, () => send(client.twin(), one)));
  return oneRecorded(answers);
}

/** Two tabs hold the same question; the second is sent after the first. */
async function twoTabs({ client }: Person, { one, other, send }: Sent): Promise<string | null> {
  return oneRecorded([await send(client, one), await send(client, other)]);
}

async function twoDevices({ client }: Person, { one, other, send }: Sent): Promise<string | null> {
  return oneRecorded(await Promise.all([send(client.twin(), one), send(client.twin(), other)]));
}

async function replayed({ client }: Person, { one, other, send }: Sent): Promise<string | null> {
  const first = await send(client, one);
  return oneRecorded([first, await send(client, one), await send(client, other)]);
}

async function back(person: Person, { one, send }: Sent): Promise<string | null> {
  const position = one.find(([name]) => name === 'position')![1];
  const first = await send(person.client, one);
  const seen = await person.client.get(`${person.series}/questions/${position}`);
  return ALREADY.test(seen.html) ? oneRecorded([first]) : 'Back does not say that the answer is recorded';
}

/** One answer led on; all others say so on a page that leads on, or onto the debrief after the last. */
function oneRecorded(answers: readonly Answer[]): string | null {
  const recorded = answers.filter(({ status, location }) => status === 303 && !location!.endsWith('/bilan'));
  const ended = answers.filter(({ location }) => location?.endsWith('/bilan'));
  const told = answers.filter(({ status, html }) => status === 200 && ALREADY.test(html));
  if (recorded.length + ended.length + told.length !== answers.length) {
    return `answers ${answers.map(({ status }) => status)}`;
  }
  return recorded.length === 1 || (recorded.length === 0 && ended.length >= 1)
    ? null
    : `${recorded.length} recorded of ${answers.length}`;
}

/** A form from before the session: refused, and given back as it was once signed in again. */
async function signedOutBetween({ place, db, random }: Ground, tally: Tally): Promise<void> {
  const [token] = await createPeople(db(), 1);
  const person = new Person(place.address, token!);
  person.series = await person.begins();
  const { html } = await person.client.get(`${person.series}/questions/1`);
  const form = answerAtRandom(html, random)!;
  const leaving = person.client.twin();
  await leaving.post('/deconnexion');
  const sent = await person.client.post(form.action, pairs(form));
  tally.refuses(sent.status === 401, `a form from an ended session answers ${sent.status}`);
  const [, link = ''] = /<main[\s\S]*href="(\/connexion\?suite=[^"]+)"/.exec(sent.html) ?? [];
  tally.survives(link !== '', 'nothing leads back to the answer');
  const suite = new URL(link.replaceAll('&amp;', '&'), place.address).searchParams.get('suite') ?? '';
  for (const [name, value] of pairs(form).filter(([name]) => name !== 'position')) {
    tally.survives(
      new URL(suite, place.address).search.includes(encodeURIComponent(value)),
      `${name} is lost while signing in`,
    );
  }
}

/** Things that people make by a form: sent 20 times at once, there is one. */
async function createdTwice({ place, db }: Ground, tally: Tally): Promise<void> {
  const helene = await characterNamed(place.address, 'Hélène Marchetti');
  const thomas = await characterNamed(place.address, 'Thomas Nguyen');
  const { html: form } = await helene.get('/suivi/alertes/nouvelle');
  const id = hiddenOf(form, 'id');
  const school = hiddenOf(form, 'school') || /name="school"[^>]*value="([^"]+)"/.exec(form)?.[1] || '';
  const today = dayOf(new Date());
  const alert = { id, school, level: '4e', signal: 'S02', observedOn: today };
  const alerts = await many(() => helene.twin().post('/suivi/alertes', alert));
  const { made } = await db()
    .selectFrom('alert')
    .select(({ fn }) => fn.countAll<number>().as('made'))
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  tally.survives(
    made === 1 && alerts.every(({ status }) => status < 500),
    `an alert sent ${TIMES} times: ${made} made, ${alerts.map(({ status }) => status)}`,
  );

  const meetings = await many(() => thomas.twin().post('/gpds', { heldOn: today }));
  const held = await db()
    .selectFrom('gpds_meeting')
    .select('id')
    .where('held_on', '=', today)
    .where('school', '=', school)
    .execute();
  tally.survives(
    held.length === 1 && meetings.every(({ status }) => status < 500),
    `a meeting prepared ${TIMES} times: ${held.length}, ${meetings.map(({ status }) => status)}`,
  );
}

function many<Result>(act: () => Promise<Result>): Promise<Result[]> {
  return Promise.all(Array.from({ length: TIMES }, act));
}

function hiddenOf(html: string, name: string): string {
  return new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}
