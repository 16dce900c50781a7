import assert from 'node:assert/strict';
import { test } from 'node:test';
import { someone as newcomer } from '../../../test/someone.ts';
import { loadContent } from '../../content/index.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Mail, Viewer } from '../../web/index.ts';
import { beginModule, reachStep } from '../modules/module.store.ts';
import { findPlans, lookBack, makePlan } from '../plans/plan.store.ts';
import { prepareNotices, sendNotices } from './notice.store.ts';
import type { Wish } from './rhythm.ts';
import { isStopLink, saveWish, stopMails } from './wish.store.ts';

const db = await testDatabase();
const module = loadContent().modules[0]!;

/** A Monday; days of December 2026 have the weekday of their number less six. */
const MONDAY = new Date('2026-11-30T09:00:00Z');
const days = (count: number) => new Date(MONDAY.getTime() + count * 86_400_000);
const TUESDAYS: Wish = { rhythm: 'weekly', weekday: 2, plans: true };

let count = 0;
async function someone(wish: Wish | null): Promise<Viewer & { email: string }> {
  count += 1;
  const viewer = { ...(await newcomer(db, 'cpe', MONDAY)), email: `personne${count}@example.fr` };
  await db.updateTable('person').set({ email: viewer.email }).where('id', '=', viewer.personId).execute();
  if (wish) await saveWish(db, viewer, wish, MONDAY);
  return viewer;
}

async function finishesAModule(viewer: Viewer): Promise<void> {
  await beginModule(db, viewer, module, MONDAY);
  await reachStep(db, viewer, module, { step: 10, count: 9 }, MONDAY);
}

const plan = (viewer: Viewer, due: string) =>
  makePlan(db, viewer, { situation: 's', act: 'a', help: '', due, module: null }, MONDAY);

/** What leaves at this moment. */
async function sent(now: Date, sendMail?: (mail: Mail) => Promise<void>): Promise<Mail[]> {
  const mails: Mail[] = [];
  const surroundings = {
    db,
    now: () => now,
    origin: 'https://perseverance.example',
    log: () => undefined,
    sendMail: sendMail ?? (async (mail: Mail) => void mails.push(mail)),
  };
  await sendNotices(surroundings, new AbortController().signal);
  return mails;
}
const to = (mails: Mail[], { email }: { email: string }) => mails.filter((mail) => mail.to === email);

test('a reminder leaves on its day when a card is due, once, and says nothing of what', async () => {
  const viewer = await someone(TUESDAYS);
  const [never, notAsked] = [
    await someone({ rhythm: 'never', weekday: 2, plans: false }),
    await someone(null),
  ];
  for (const person of [viewer, never, notAsked]) await finishesAModule(person);
  await prepareNotices(db, MONDAY);
  assert.deepEqual(to(await sent(MONDAY), viewer), [], 'Monday is not its day');
  await Promise.all([prepareNotices(db, days(1)), prepareNotices(db, days(1))]);
  await prepareNotices(db, days(1));
  const mails = await sent(days(1));
  const [mail, ...more] = to(mails, viewer);
  assert.ok(mail);
  assert.deepEqual([more, to(mails, never), to(mails, notAsked)], [[], [], []]);
  assert.ok(!mail.text.includes(module.title) && !mail.text.includes(viewer.name));
  assert.match(
    mail.headers?.['List-Unsubscribe'] ?? '',
    /^<https:\/\/perseverance\.example\/desinscription\//,
  );
  assert.equal(mail.headers?.['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click');
  assert.deepEqual(await sent(days(1)), []);
});

test('nothing leaves when nothing is due, and the day is not made up for later', async () => {
  const viewer = await someone(TUESDAYS);
  await prepareNotices(db, days(1));
  await finishesAModule(viewer);
  await prepareNotices(db, days(2));
  assert.deepEqual(to(await sent(days(2)), viewer), []);
  await prepareNotices(db, days(8));
  assert.equal(to(await sent(days(8)), viewer).length, 1, 'the week after');
});

test('a day missed by a stop is made up for within two days, no later', async () => {
  const [soon, late] = [await someone(TUESDAYS), await someone({ ...TUESDAYS, weekday: 6 })];
  for (const person of [soon, late]) await finishesAModule(person);
  await prepareNotices(db, days(3));
  assert.equal(to(await sent(days(3)), soon).length, 1);
  // Saturday is looked at on the Tuesday after only.
  await prepareNotices(db, days(8));
  assert.equal(to(await sent(days(8)), late).length, 0);
});

test('on the date of a plan one is asked what happened, unless it was already said', async () => {
  const wish: Wish = { rhythm: 'never', weekday: 2, plans: true };
  const [viewer, quick, silent] = [
    await someone(wish),
    await someone(wish),
    await someone({ ...wish, plans: false }),
  ];
  for (const person of [viewer, quick, silent]) await plan(person, '2026-12-03');
  await prepareNotices(db, days(2));
  assert.deepEqual(to(await sent(days(2)), viewer), [], 'not before');
  const [made] = await findPlans(db, quick);
  await lookBack(db, quick, { id: made!.id, outcome: 'done', whatHappened: '' }, days(2));
  await prepareNotices(db, days(3));
  await prepareNotices(db, days(4));
  const mails = await sent(days(4));
  assert.match(to(mails, viewer)[0]?.text ?? '', /Qu’est-ce qui s’est passé/);
  assert.equal(to(mails, viewer).length, 1);
  assert.deepEqual([to(mails, quick), to(mails, silent)], [[], []]);
});

test('two applications at once send each mail once; one that cannot leave is tried again, and then left', async () => {
  const viewer = await someone(TUESDAYS);
  await finishesAModule(viewer);
  await prepareNotices(db, days(8));
  let tries = 0;
  const fail = async (mail: Mail) => {
    if (mail.to === viewer.email) tries += 1;
    throw new Error('away');
  };
  await Promise.all([sent(days(8), fail), sent(days(8), fail)]);
  assert.equal(tries, 1, 'taken by one');
  assert.deepEqual(to(await sent(days(8)), viewer), [], 'not before ten minutes');
  const later = new Date(days(8).getTime() + 11 * 60_000);
  const both = await Promise.all([sent(later), sent(later)]);
  assert.equal(to(both.flat(), viewer).length, 1);

  await prepareNotices(db, days(15));
  for (let hour = 0; hour < 200; hour += 1) await sent(new Date(days(15).getTime() + hour * 3_600_000), fail);
  assert.equal(tries, 1 + 6);
});

test('the link of a mail stops everything without signing in, months later, and only for its person', async () => {
  const [viewer, other] = [await someone(TUESDAYS), await someone(TUESDAYS)];
  for (const person of [viewer, other]) await finishesAModule(person);
  await prepareNotices(db, days(8));
  const mails = await sent(days(8));
  const tokenOf = (person: { email: string }) =>
    /desinscription\/(\S+)/.exec(to(mails, person)[0]!.text)![1]!;
  const token = tokenOf(viewer);
  const [id, signed] = token.split('.');
  const [, othersSignature] = tokenOf(other).split('.');
  for (const forged of [id!, `${id}.`, `${id}.${othersSignature}`, `${id}.${'A'.repeat(43)}`, `x${token}`]) {
    assert.equal(await isStopLink(db, forged), false, forged);
    assert.equal(await stopMails(db, forged, MONDAY), false);
  }
  assert.ok(signed);
  await prepareNotices(db, days(15));
  assert.equal(await stopMails(db, token, days(300)), true);
  assert.equal(await stopMails(db, token, days(300)), true, 'again changes nothing');
  const next = await sent(days(15));
  assert.deepEqual(to(next, viewer), [], 'what was waiting does not leave');
  assert.equal(to(next, other).length, 1);
  const actions = await db
    .selectFrom('audit_event')
    .select('action')
    .where('actor', '=', viewer.auditActor)
    .where('action', '=', 'reminders-stopped')
    .execute();
  assert.equal(actions.length, 1);
});
