import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { frameworkAlone } from '../../../test/framework.ts';
import { toldTo } from '../../../test/told.ts';
import { smallWorkshop } from '../../../test/workshops.ts';
import { PROFESSIONS } from '../../content/index.ts';
import { testDatabase } from '../../database/testing.ts';
import { CHARACTERS, seedDemonstration } from '../../identity/index.ts';
import { erasePerson } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { personalData } from '../personal-data.store.ts';
import { findOwnWorkshop, findRounds, openWorkshop, takeStep } from './live.store.ts';
import { decideCommitment } from './moderation.store.ts';
import {
  findCommitments,
  findParticipant,
  findVote,
  joinWorkshop,
  leaveWorkshop,
  proposeCommitment,
  vote,
} from './participants.store.ts';
import { forgetParticipants, removeWorkshop } from './removal.store.ts';
import type { Material } from './rounds.ts';
import type { Step } from './steps.ts';
import { findMarks } from './watch.store.ts';

const db = await testDatabase();
const now = new Date('2026-11-30T09:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
await seedDemonstration(db, frameworkAlone(), now);

function viewerNamed(name: string): Viewer {
  const { id, auditActor, email, profession } = CHARACTERS.find((known) => known.name === name)!;
  const rest = { welcomed: true, demonstration: true, memberships: [] };
  return { personId: id, auditActor, name, email, profession, ...rest };
}
const trainer = viewerNamed('Mei-Lin Garnier');
const material: Material = { kind: 'case', case: smallWorkshop };

async function opens(showsVotes = true): Promise<string> {
  const { id: contentId, version: contentVersion, title } = smallWorkshop;
  return openWorkshop(
    db,
    trainer,
    { kind: 'case', contentId, contentVersion, title, label: '', showsVotes },
    now,
  );
}

const take = (id: string, step: Step, at = now) => takeStep(db, trainer, { id, material, step }, at);

async function joins(id: string, place = 0): Promise<string> {
  const secret = await joinWorkshop(db, id, PROFESSIONS[place % 3]!, now);
  return (await findParticipant(db, id, secret!))!.id;
}

const votes = (workshopId: string, participantId: string, choice: string, round = 1) =>
  vote(db, { workshopId, round, participantId, choices: [choice] }, now);

async function voting(people: number, showsVotes = true): Promise<{ id: string; room: string[] }> {
  const id = await opens(showsVotes);
  const room = await Promise.all(Array.from({ length: people }, (_, place) => joins(id, place)));
  await take(id, { step: 'read' });
  await take(id, { step: 'open', round: 1 });
  return { id, room };
}

test('a step is taken once, in its order, by whoever opened the workshop', async () => {
  const id = await opens();
  assert.equal(await take(id, { step: 'open', round: 1 }), false);
  const clicks = await Promise.all([1, 2, 3].map(() => take(id, { step: 'read' })));
  assert.deepEqual(clicks.toSorted(), [false, false, true]);
  const stranger = viewerNamed('Claire Okafor');
  assert.equal(await takeStep(db, stranger, { id, material, step: { step: 'open', round: 1 } }, now), false);
  assert.equal(await findOwnWorkshop(db, stranger, id), null);
  const openings = await Promise.all([1, 2].map(() => take(id, { step: 'open', round: 1 })));
  assert.deepEqual(openings.toSorted(), [false, true]);
  assert.equal(await take(id, { step: 'reveal', round: 1 }), false, 'not before it is closed');
});

test('one row a person and a round, the last choice kept', async () => {
  const { id, room } = await voting(3);
  await votes(id, room[0]!, 'a');
  await votes(id, room[0]!, 'b');
  const asked = { workshopId: id, round: 1, participantId: room[0]! };
  assert.deepEqual(await findVote(db, asked), ['b']);
  const { rows } = await sql`select from workshop_vote where workshop_id = ${id}`.execute(db);
  assert.equal(rows.length, 1);
});

test('forty votes against a closing: each acknowledged is counted, each refused is not', async () => {
  for (const attempt of [1, 2, 3]) {
    const { id, room } = await voting(40);
    const sent = room.map((person) => votes(id, person, 'a'));
    const closing = take(id, { step: 'close', round: 1 });
    const acknowledged = (await Promise.all(sent)).filter(Boolean).length;
    assert.equal(await closing, true);
    const [round] = await findRounds(db, id);
    assert.equal(round!.tally!.voters, acknowledged, `attempt ${attempt}`);
    assert.equal(await votes(id, room[0]!, 'b'), false, 'closed is closed');
  }
});

test('while votes come the screen moves on from five, by three at least, or not at all when asked', async () => {
  const { id, room } = await voting(9);
  const seen: (number | undefined)[] = [];
  for (const person of room) {
    await votes(id, person, 'a');
    seen.push((await findRounds(db, id))[0]!.tally?.voters);
  }
  assert.deepEqual(seen, [undefined, undefined, undefined, undefined, 5, 5, 5, 8, 8]);
  const quiet = await voting(6, false);
  for (const person of quiet.room) await votes(quiet.id, person, 'a');
  assert.equal((await findRounds(db, quiet.id))[0]!.tally, null);
});

test('whatever happens changes the mark of the screen; what a phone does leaves that of the phones', async () => {
  const id = await opens();
  const marks = async () => (await findMarks(db, [id])).get(id)!;
  const first = await marks();
  const person = await joins(id);
  const joined = await marks();
  assert.notEqual(joined.all, first.all);
  assert.equal(joined.led, first.led);
  await take(id, { step: 'read' });
  await take(id, { step: 'open', round: 1 });
  const opened = await marks();
  assert.notEqual(opened.led, joined.led);
  await votes(id, person, 'a');
  const voted = await marks();
  await votes(id, person, 'b');
  assert.equal(new Set([opened.all, voted.all, (await marks()).all]).size, 3);
  await leaveWorkshop(db, id, { id: person, profession: 'cpe' }, now);
  assert.notEqual((await marks()).all, voted.all);
});

/** A workshop that ended, with something proposed, something kept and something put aside. */
async function ended(): Promise<{ id: string; room: string[] }> {
  const { id, room } = await voting(5);
  for (const person of room) await votes(id, person, 'a');
  await take(id, { step: 'close', round: 1 });
  await take(id, { step: 'reveal', round: 1 });
  await take(id, { step: 'commit' });
  for (const text of ['Appeler vendredi', 'Écarté', 'En attente'])
    assert.ok(await proposeCommitment(db, { workshopId: id, participantId: room[0]!, text }, now));
  const proposals = await findCommitments(db, id);
  for (const [text, status] of [
    ['Appeler vendredi', 'accepted'],
    ['Écarté', 'refused'],
  ] as const) {
    const proposal = proposals.find((known) => known.text === text)!;
    await decideCommitment(db, trainer, { workshopId: id, id: proposal.id, status }, now);
  }
  await take(id, { step: 'end' });
  return { id, room };
}

test('a day after the end nothing that a phone sent can be linked to it; counts and commitments stay', async () => {
  const { id } = await ended();
  const before = await findRounds(db, id);
  await forgetParticipants(db, later(23));
  assert.ok((await findOwnWorkshop(db, trainer, id))!.code, 'not before a day');
  await forgetParticipants(db, later(24));
  for (const table of ['workshop_participant', 'workshop_vote']) {
    const { rows } = await sql`select from ${sql.table(table)} where workshop_id = ${id}`.execute(db);
    assert.equal(rows.length, 0, table);
  }
  const workshop = (await findOwnWorkshop(db, trainer, id))!;
  assert.deepEqual([workshop.code, workshop.participants], [null, 5]);
  assert.deepEqual(await findRounds(db, id), before);
  assert.deepEqual(
    (await findCommitments(db, id)).map(({ text }) => text),
    ['Appeler vendredi'],
  );
});

test('a workshop left in the middle ends by itself after a day, then is forgotten as the others', async () => {
  const { id, room } = await voting(4);
  for (const person of room) await votes(id, person, 'a');
  await forgetParticipants(db, later(23));
  assert.equal((await findOwnWorkshop(db, trainer, id))!.stage, 'rounds');
  await forgetParticipants(db, later(25));
  assert.equal((await findOwnWorkshop(db, trainer, id))!.stage, 'ended');
  assert.equal((await findRounds(db, id))[0]!.tally!.voters, 4);
  await forgetParticipants(db, later(50));
  assert.equal((await findOwnWorkshop(db, trainer, id))!.code, null);
});

test('leaving erases what was sent; five proposals a person; nobody joins what is over', async () => {
  const { id, room } = await voting(4);
  await votes(id, room[0]!, 'a');
  await leaveWorkshop(db, id, { id: room[0]!, profession: 'cpe' }, now);
  const { rows } = await sql`select from workshop_vote where workshop_id = ${id}`.execute(db);
  assert.equal(rows.length, 0);
  const proposal = { workshopId: id, participantId: room[1]!, text: 'Un acte' };
  assert.equal(await proposeCommitment(db, proposal, now), false, 'not the moment');
  await take(id, { step: 'close', round: 1 });
  await take(id, { step: 'reveal', round: 1 });
  await take(id, { step: 'commit' });
  for (const count of [1, 2, 3, 4, 5]) assert.ok(await proposeCommitment(db, proposal, now), String(count));
  assert.equal(await proposeCommitment(db, proposal, now), false);
  assert.equal(await removeWorkshop(db, trainer, id, now), false, 'not while it is led');
  await take(id, { step: 'end' });
  assert.equal(await joinWorkshop(db, id, 'cpe', now), null);
  assert.equal(await removeWorkshop(db, trainer, id, now), true);
  assert.equal(await findOwnWorkshop(db, trainer, id), null);
});

test('whoever led workshops finds them in their download, and erases them with their account', async () => {
  const head = viewerNamed('Étienne Rakoto');
  const { id: contentId, version: contentVersion, title } = smallWorkshop;
  const chosen = {
    kind: 'case',
    contentId,
    contentVersion,
    title,
    label: 'équipe',
    showsVotes: true,
  } as const;
  const id = await openWorkshop(db, head, chosen, now);
  const { ateliers_menés: led } = await toldTo(db, head, personalData);
  assert.deepEqual(
    led.map(({ titre, repère }: Record<string, string>) => [titre, repère]),
    [[title, 'équipe']],
  );
  await erasePerson(db, head, [personalData], now);
  const { rows } = await sql`select from workshop where id = ${id}`.execute(db);
  assert.equal(rows.length, 0);
});
