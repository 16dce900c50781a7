import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { aSchool, type SchoolTeam } from '../../../test/follow-up-team.ts';
import { withAnotherFirstSign } from '../../../test/other-sign.ts';
import { testDatabase } from '../../database/testing.ts';
import { sendNotices } from '../../learning/index.ts';
import type { Mail, Viewer } from '../../web/index.ts';
import { readAlert, sendAlert } from '../alerts/alert.store.ts';
import { becomeChair } from '../circle/chair.store.ts';
import { answerRequest, askCorrection, findWaitingRequests, oppose } from '../rights/requests.store.ts';
import { openFile } from '../situations/follow-up.store.ts';
import {
  chooseMails,
  isMailStopLink,
  prepareFollowUpNotices,
  stopFollowUpMails,
  wantsMails,
} from './mail.store.ts';

/** A Monday. */
const NOW = new Date('2026-11-30T08:00:00Z');
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const db = await testDatabase();
let schools = 0;

/** A school whose référent, head and a colleague have addresses. */
async function aWrittenSchool(options = {}) {
  schools += 1;
  const team = await aSchool(db, `000010${schools}X`, NOW, options);
  const email = async (viewer: Viewer, name: string) => {
    const address = `${name}${schools}@example.fr`;
    await db.updateTable('person').set({ email: address }).where('id', '=', viewer.personId).execute();
    return address;
  };
  return {
    ...team,
    addresses: {
      referent: await email(team.referent, 'referent'),
      head: await email(team.head, 'direction'),
      agent: await email(team.agent, 'agent'),
    },
  };
}

/** What leaves at this moment. */
async function sent(now: Date): Promise<Mail[]> {
  await prepareFollowUpNotices(db, now);
  const mails: Mail[] = [];
  const sendMail = async (mail: Mail) => void mails.push(mail);
  const surroundings = {
    db,
    now: () => now,
    origin: 'https://perseverance.example',
    log: () => undefined,
    sendMail,
  };
  await sendNotices(surroundings, new AbortController().signal);
  return mails;
}
/** What the tests before left is read. */
async function quiet(): Promise<void> {
  await db.deleteFrom('alert').execute();
  await db.deleteFrom('data_request').execute();
  await db.deleteFrom('relay_request').execute();
}
/** What is read; a drawn link may hold any letters. */
const withoutLinks = (text: string) => text.replace(/desinscription\/\S+/, '');
const whom = (mails: readonly Mail[]) => mails.map(({ to }) => to).toSorted();

async function alertIn({ uai, agent }: SchoolTeam, now: Date, code: string | null = null): Promise<string> {
  const id = randomUUID();
  const said = { code, level: code ? null : ('4e' as const), signals: ['S02'], word: 'Ne rend plus rien' };
  await sendAlert(db, agent, { id, school: uai, observedOn: '2026-11-30', ...said }, now);
  return id;
}

test('an alert is told to who runs the GPDS, and to the head who chairs it, without a word of whom or what', async () => {
  await quiet();
  const [school, chaired, other] = [
    await aWrittenSchool(),
    await aWrittenSchool(),
    await aWrittenSchool({ gate: false }),
  ];
  assert.deepEqual(await sent(NOW), [], 'nothing came');
  const code = await school.opens();
  await alertIn(school, NOW, code);
  await alertIn(school, NOW);
  await becomeChair(db, chaired.head, chaired.uai, NOW);
  await alertIn(chaired, NOW);
  const mails = await sent(NOW);
  assert.deepEqual(
    whom(mails),
    [school.addresses.referent, chaired.addresses.referent, chaired.addresses.head].toSorted(),
  );
  assert.ok(!whom(mails).includes(other.addresses.referent));
  for (const { subject, text } of mails) {
    assert.equal(subject, 'Quelque chose vous attend dans le suivi des jeunes');
    for (const said of [code, '4e', 'S02', 'rend plus', school.uai, 'Personne'])
      assert.ok(!`${subject}${withoutLinks(text)}`.includes(said), said);
    assert.match(text, /https:\/\/perseverance\.example\/suivi\n/);
  }
  assert.deepEqual(await sent(NOW), [], 'one a day');
});

test('what nobody has read is told again the day after, once; what was read is not', async () => {
  await quiet();
  const [waits, read] = [await aWrittenSchool(), await aWrittenSchool()];
  await alertIn(waits, NOW);
  const alert = await alertIn(read, NOW);
  assert.equal((await sent(NOW)).length, 2);
  await alertIn(waits, NOW);
  await readAlert(db, read.referent, alert, NOW);
  assert.deepEqual(whom(await sent(later(1))), [waits.addresses.referent]);
  assert.deepEqual(await sent(later(2)), []);
  await alertIn(waits, later(3));
  assert.deepEqual(whom(await sent(later(3))), [waits.addresses.referent], 'something new came');
  await sent(later(4));
  assert.deepEqual(await sent(later(12)), [], 'old news is told on the pages');
});

test('who gave the alert is not told of it', async () => {
  await quiet();
  const school = await aWrittenSchool();
  const id = randomUUID();
  const said = { code: null, level: '4e' as const, signals: ['S02'], word: null, observedOn: '2026-11-30' };
  await sendAlert(db, school.referent, { id, school: school.uai, ...said }, NOW);
  assert.deepEqual(await sent(NOW), []);
});

test('a pupil who asks for an adult, somebody who opposes or wants a correction: told until it was answered', async () => {
  await quiet();
  const school = await aWrittenSchool();
  await becomeChair(db, school.head, school.uai, NOW);
  const files = [await school.opens(), await school.opens()];
  const [first, second] = await Promise.all(
    files.map(async (code) => (await openFile(db, school.referent, code, NOW))!),
  );
  await askCorrection(db, first!, { askedBy: 'family', about: ['signals'] }, NOW);
  assert.deepEqual(whom(await sent(NOW)), [school.addresses.referent], 'the head answers for alerts alone');
  const [request] = await findWaitingRequests(db, school.referent, NOW);
  await answerRequest(db, school.referent, first!, request!.id, NOW);
  assert.deepEqual(await sent(later(1)), []);
  await oppose(db, second!, 'pupil', later(2));
  assert.deepEqual(whom(await sent(later(2))), [school.addresses.referent]);
  await db
    .insertInto('relay_request')
    .values({ id: randomUUID(), school: school.uai, follow_up_id: first!.id, requested_on: '2026-12-03' })
    .execute();
  assert.deepEqual(whom(await sent(later(3))), [school.addresses.head, school.addresses.referent].toSorted());
});

test('refused in the account or by the link of a mail, nothing leaves; taken up again, it does', async () => {
  await quiet();
  const [school, other] = [await aWrittenSchool(), await aWrittenSchool()];
  await alertIn(school, NOW);
  await alertIn(other, NOW);
  await prepareFollowUpNotices(db, NOW);
  await chooseMails(db, other.referent, false, NOW);
  const [mail, ...others] = await sent(NOW);
  assert.deepEqual([mail?.to, others], [school.addresses.referent, []]);
  const [, token] = /desinscription\/(\S+)/.exec(mail!.text)!;
  assert.equal(mail!.headers?.['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click');
  assert.equal(await isMailStopLink(db, withAnotherFirstSign(token!)), false);
  assert.equal(await stopFollowUpMails(db, token!, NOW), true);
  assert.equal(await stopFollowUpMails(db, token!, NOW), true, 'again changes nothing');
  assert.equal(await wantsMails(db, school.referent), false);
  await alertIn(school, later(1));
  assert.deepEqual(await sent(later(1)), []);
  await chooseMails(db, school.referent, true, later(1));
  assert.deepEqual(whom(await sent(later(1))), [school.addresses.referent]);
});
