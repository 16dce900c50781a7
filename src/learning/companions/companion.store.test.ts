import assert from 'node:assert/strict';
import { test } from 'node:test';
import { someone as newcomer } from '../../../test/someone.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Mail, Viewer } from '../../web/index.ts';
import { findPlans, lookBack, makePlan } from '../plans/plan.store.ts';
import { sendNotices } from '../reminders/notice.store.ts';
import { saveWish } from '../reminders/wish.store.ts';
import {
  decline,
  findAccompanied,
  findCompanions,
  forgetUnopened,
  hidePlan,
  noteOpened,
  showPlan,
  writeWord,
} from './companion.store.ts';

const NOW = new Date('2026-11-30T09:00:00Z');
const db = await testDatabase();

let count = 0;
async function someone(): Promise<Viewer & { email: string }> {
  count += 1;
  const viewer = { ...(await newcomer(db, 'cpe', NOW)), email: `personne${count}@example.fr` };
  await db.updateTable('person').set({ email: viewer.email }).where('id', '=', viewer.personId).execute();
  return viewer;
}

async function planOf(viewer: Viewer, act = 'le salue'): Promise<string> {
  await makePlan(
    db,
    viewer,
    { situation: 'un élève revient', act, help: 'la CPE', due: '2026-12-03', module: null },
    NOW,
  );
  return (await findPlans(db, viewer)).find((plan) => plan.act === act)!.id;
}

const shown = (email: string, outcomeShown = false) => ({ email, outcomeShown });

async function mailsNow(now = NOW): Promise<Mail[]> {
  const mails: Mail[] = [];
  await sendNotices(
    {
      db,
      now: () => now,
      origin: 'https://x.example',
      log: () => undefined,
      sendMail: async (mail) => void mails.push(mail),
    },
    new AbortController().signal,
  );
  return mails;
}

test('a plan shown is seen by that colleague alone, without the help, the story or the outcome', async () => {
  const [owner, colleague, other] = [await someone(), await someone(), await someone()];
  const id = await planOf(owner);
  await planOf(owner, 'appelle');
  assert.equal(await showPlan(db, owner, id, shown(colleague.email), NOW), 'shown');
  const story = { id, outcome: 'done', whatHappened: 'Il a souri.' } as const;
  await lookBack(db, owner, story, NOW);
  assert.deepEqual(await findAccompanied(db, colleague), [
    {
      planId: id,
      owner: owner.name,
      situation: 'un élève revient',
      act: 'le salue',
      due: '2026-12-03',
      outcome: null,
      word: null,
    },
  ]);
  assert.deepEqual(await findAccompanied(db, other), []);
  const [mail, ...more] = await mailsNow();
  assert.equal(mail?.to, colleague.email);
  assert.deepEqual(more, []);
  for (const said of ['élève revient', 'le salue', owner.name, 'CPE']) {
    assert.ok(!`${mail.subject} ${mail.text}`.includes(said), said);
  }
});

test('the outcome is seen when the owner shows it', async () => {
  const [owner, colleague] = [await someone(), await someone()];
  const id = await planOf(owner);
  await showPlan(db, owner, id, shown(colleague.email, true), NOW);
  await lookBack(db, owner, { id, outcome: 'partly', whatHappened: '' }, NOW);
  assert.equal((await findAccompanied(db, colleague))[0]?.outcome, 'partly');
});

test('one word is written, once; the owner is told by mail when they wish it', async () => {
  const [owner, colleague, other] = [await someone(), await someone(), await someone()];
  await saveWish(db, owner, { rhythm: 'never', weekday: 1, plans: true }, NOW);
  const id = await planOf(owner);
  await showPlan(db, owner, id, shown(colleague.email), NOW);
  await mailsNow();
  assert.equal(await writeWord(db, other, id, 'Bravo', NOW), 'absent');
  const written = await Promise.all([1, 2, 3].map(() => writeWord(db, colleague, id, 'Bravo', NOW)));
  assert.deepEqual(written.toSorted(), ['already', 'already', 'written']);
  assert.equal((await findCompanions(db, owner)).get(id)?.word, 'Bravo');
  const [mail] = await mailsNow();
  assert.equal(mail?.to, owner.email);
  assert.ok(!mail.text.includes('Bravo'));
});

test('the owner withdraws, the colleague declines: nothing is seen any more', async () => {
  const [owner, colleague, other] = [await someone(), await someone(), await someone()];
  const id = await planOf(owner);
  await showPlan(db, owner, id, shown(colleague.email), NOW);
  assert.equal(await showPlan(db, owner, id, shown(other.email), NOW), 'already');
  await writeWord(db, colleague, id, 'Bravo', NOW);
  assert.equal(await decline(db, other, id, NOW), false);
  assert.equal(await decline(db, colleague, id, NOW), true);
  assert.deepEqual(await findAccompanied(db, colleague), []);
  assert.equal(await writeWord(db, colleague, id, 'Encore', NOW), 'absent');
  const companion = (await findCompanions(db, owner)).get(id);
  assert.deepEqual([companion?.declined, companion?.word], [true, null]);

  assert.equal(await hidePlan(db, other, id, NOW), false, 'nobody else withdraws');
  assert.equal(await hidePlan(db, owner, id, NOW), true);
  assert.equal(await showPlan(db, owner, id, shown(other.email), NOW), 'shown', 'somebody else may be asked');
  assert.equal(await hidePlan(db, owner, id, NOW), true);
  assert.deepEqual(await findAccompanied(db, other), []);
  assert.deepEqual(await mailsNow(), [], 'and no mail leaves for what is withdrawn');
});

test('nobody shows the plan of somebody else, their own address, or more than five plans a day', async () => {
  const [owner, other] = [await someone(), await someone()];
  const id = await planOf(owner);
  assert.equal(await showPlan(db, other, id, shown('x@example.fr'), NOW), 'absent');
  assert.equal(await showPlan(db, owner, 'x', shown('x@example.fr'), NOW), 'absent');
  assert.equal(await showPlan(db, owner, id, shown(owner.email), NOW), 'own-address');
  for (let time = 0; time < 5; time += 1) {
    assert.equal(await showPlan(db, owner, id, shown('x@example.fr'), NOW), 'shown');
    await hidePlan(db, owner, id, NOW);
  }
  assert.equal(await showPlan(db, owner, id, shown('x@example.fr'), NOW), 'too-many');
});

test('an address from which nobody ever came is forgotten after sixty days', async () => {
  const [owner, colleague] = [await someone(), await someone()];
  const [opened, unopened] = [await planOf(owner), await planOf(owner, 'appelle')];
  await showPlan(db, owner, opened, shown(colleague.email), NOW);
  await noteOpened(db, colleague, NOW);
  await showPlan(db, owner, unopened, shown('personne@example.org'), NOW);
  const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
  await forgetUnopened(db, later(59));
  assert.equal((await findCompanions(db, owner)).size, 2);
  await forgetUnopened(db, later(61));
  assert.deepEqual([...(await findCompanions(db, owner)).keys()], [opened]);
});
