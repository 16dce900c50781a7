import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { aSchool, type SchoolTeam } from '../../../test/follow-up-team.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Viewer } from '../../web/index.ts';
import { findItems, findMeeting, prepareMeeting } from '../meeting/meeting.store.ts';
import { findWatched } from '../signals/signals.store.ts';
import { openFile } from '../situations/follow-up.store.ts';
import {
  decideAlert,
  findAlertSchools,
  findMyAlerts,
  findReceived,
  readAlert,
  requestRelay,
  sendAlert,
} from './alert.store.ts';
import type { NewAlert } from './alert.ts';
import { purgeAlerts } from './alert-purge.store.ts';

const NOW = new Date('2026-11-30T08:00:00Z');
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const decided = { now: NOW, fictitious: false };
const db = await testDatabase();
const here = await aSchool(db, '0000101X', NOW);
const elsewhere = await aSchool(db, '0000202Y', NOW);
const closed = await aSchool(db, '0000303Z', NOW, { gate: false });

const alertIn = ({ uai }: SchoolTeam, change: Partial<NewAlert> = {}): NewAlert => ({
  id: randomUUID(),
  school: uai,
  code: null,
  level: '4e',
  signals: ['S02', 'S07'],
  observedOn: '2026-11-30',
  word: null,
  ...change,
});
const receivedBy = async (viewer: Viewer) => (await findReceived(db, viewer, NOW)).map(({ id }) => id);

test('anybody of a school that follows says what they saw, once; it reaches the référent of that school alone', async () => {
  const alert = alertIn(here, { word: 'Ne rend plus rien' });
  assert.equal(await sendAlert(db, here.agent, alert, NOW), 1);
  assert.equal(await sendAlert(db, here.agent, alert, NOW), 1, 'sent twice');
  assert.equal(await sendAlert(db, here.colleague, alert, NOW), null, 'nobody answers for somebody else');
  assert.equal(await sendAlert(db, here.colleague, alertIn(here), NOW), 2);
  assert.equal(await sendAlert(db, elsewhere.agent, alertIn(here), NOW), null);
  assert.equal(await sendAlert(db, closed.agent, alertIn(closed), NOW), null, 'no gate');
  assert.ok((await receivedBy(here.referent)).includes(alert.id));
  for (const other of [here.agent, here.head, elsewhere.referent])
    assert.deepEqual(await receivedBy(other), []);
  assert.equal(await readAlert(db, elsewhere.referent, alert.id, NOW), undefined);
  assert.equal((await findMyAlerts(db, here.agent))[0]?.readAt, null);
  assert.equal((await readAlert(db, here.referent, alert.id, NOW))?.word, 'Ne rend plus rien');
  assert.notEqual((await findMyAlerts(db, here.agent))[0]?.readAt, null, 'the author sees it was read');
});

test('who reads the alerts of a school: its référents, its head once chair', async () => {
  const [school] = await findAlertSchools(db, here.agent, NOW);
  assert.deepEqual(school?.readers, [here.referent.name]);
  assert.deepEqual(await findAlertSchools(db, closed.agent, NOW), []);
});

test('many alerts at once have numbers of their own', async () => {
  const numbers = await Promise.all(
    Array.from({ length: 6 }, () => sendAlert(db, elsewhere.agent, alertIn(elsewhere), NOW)),
  );
  assert.equal(new Set(numbers).size, 6);
});

test('a code of a current follow-up attaches the alert; any other code looks the same to its author', async () => {
  const code = await here.opens();
  const [right, wrong, foreign] = [
    alertIn(here, { code, level: null }),
    alertIn(here, { code: 'AA-AAA', level: null }),
    alertIn(here, { code: await elsewhere.opens(), level: null }),
  ];
  for (const alert of [right, wrong, foreign]) await sendAlert(db, here.agent, alert, NOW);
  const seen = await findReceived(db, here.referent, NOW);
  const attached = (id: string) => seen.find((alert) => alert.id === id)?.attached;
  assert.deepEqual(
    [right, wrong, foreign].map(({ id }) => attached(id)),
    [code, null, null],
  );
  const mine = (await findMyAlerts(db, here.agent)).filter(({ id }) => [right.id, wrong.id].includes(id));
  assert.ok(mine.every((alert) => !('attached' in alert)));
});

test('opened from an alert, a follow-up watches its signs and joins the meeting being prepared; decided once', async () => {
  const prepared = await prepareMeeting(db, here.referent, { school: here.uai, heldOn: '2026-12-03' }, NOW);
  assert.ok('id' in prepared);
  const alert = alertIn(here);
  await sendAlert(db, here.agent, alert, NOW);
  const received = (await readAlert(db, here.referent, alert.id, NOW))!;
  const verdict = {
    what: { outcome: 'opened', level: '4e', ageBand: 'under-16' },
    advice: ['noter'],
  } as const;
  const done = await decideAlert(db, here.referent, received, { ...verdict, advice: ['noter'] }, decided);
  assert.ok(done?.code);
  const file = (await openFile(db, here.referent, done.code, NOW))!;
  assert.deepEqual(await findWatched(db, file), ['S02', 'S07']);
  const meeting = (await findMeeting(db, here.referent, prepared.id, NOW))!;
  assert.ok((await findItems(db, here.referent, meeting, NOW)).some(({ code }) => code === done.code));
  const again = await decideAlert(db, here.referent, received, { ...verdict, advice: [] }, decided);
  assert.equal(again, null);
  const mine = (await findMyAlerts(db, here.agent)).find(({ id }) => id === alert.id)!;
  assert.deepEqual([mine.outcome, mine.advice], ['opened', ['noter']]);
  assert.ok(!JSON.stringify(mine).includes(done.code), 'the author does not learn the code');
});

test('an alert goes to no follow-up of another school', async () => {
  const alert = alertIn(here);
  await sendAlert(db, here.agent, alert, NOW);
  const received = (await readAlert(db, here.referent, alert.id, NOW))!;
  const what = { outcome: 'already-followed', code: await elsewhere.opens() } as const;
  assert.equal(await decideAlert(db, here.referent, received, { what, advice: [] }, decided), null);
});

test('an alert without a follow-up is erased after three months, with a line in the log; the others stay', async () => {
  const code = await here.opens();
  const [kept, gone] = [alertIn(here, { code }), alertIn(here, { word: 'Seul au fond' })];
  for (const alert of [kept, gone]) await sendAlert(db, here.agent, alert, NOW);
  await purgeAlerts(db, later(89));
  assert.ok((await findMyAlerts(db, here.agent)).some(({ id }) => id === gone.id));
  await purgeAlerts(db, later(91));
  const left = (await findMyAlerts(db, here.agent)).map(({ id }) => id);
  assert.deepEqual([left.includes(kept.id), left.includes(gone.id)], [true, false]);
  const lines = await db
    .selectFrom('audit_event')
    .selectAll()
    .where('action', '=', 'alerts-purged')
    .execute();
  assert.equal(lines.length, 1);
  await db.deleteFrom('follow_up').where('code', '=', code).execute();
  assert.ok(!(await findMyAlerts(db, here.agent)).some(({ id }) => id === kept.id), 'goes with the file');
});

test('a relay says the day and the school: neither who, nor about whom, nor why', async () => {
  await requestRelay(db, here.uai, NOW);
  const rows = await db.selectFrom('relay_request').selectAll().execute();
  assert.deepEqual(
    rows.map(({ id: _, ...row }) => row),
    [{ school: here.uai, follow_up_id: null, requested_on: '2026-11-30' }],
  );
  const line = await db
    .selectFrom('audit_event')
    .select(['actor', 'subject'])
    .where('action', '=', 'relay-requested')
    .execute();
  assert.deepEqual(line, [{ actor: null, subject: `school ${here.uai}` }]);
});
