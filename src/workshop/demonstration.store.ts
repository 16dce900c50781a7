import type { Content, Profession } from '../content/index.ts';
import type { Db } from '../database/index.ts';
import { findCharacter } from '../learning/index.ts';
import type { Viewer } from '../web/index.ts';
import { findOwnWorkshop, findOwnWorkshops, openWorkshop, takeStep } from './live/live.store.ts';
import { materialOf } from './live/material.ts';
import { decideCommitment } from './live/moderation.store.ts';
import {
  findCommitments,
  findParticipant,
  joinWorkshop,
  proposeCommitment,
  vote,
} from './live/participants.store.ts';
import type { Step } from './live/steps.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Mei-Lin Garnier, formatrice. */
const TRAINER = 'd0000000-0000-4000-8000-000000000016';

/** Who came: four teachers, three CPE and AED of a school, and one each of the others. */
const ROOM: readonly Profession[] = [
  'enseignant',
  'enseignant',
  'enseignant',
  'enseignant',
  'professeur-principal',
  'professeur-principal',
  'professeur-principal',
  'cpe',
  'aed',
  'psyen',
  'infirmier',
  'assistant-social',
  'direction',
  'coordonnateur-mlds',
];

/** A workshop that took place the day before yesterday, and one whose code is ready, by the very path people take; once. */
export async function seedWorkshops(db: Db, content: Content, now: Date): Promise<void> {
  const trainer = await findCharacter(db, TRAINER);
  const [first, second] = content.workshops;
  if (!trainer || !first || (await findOwnWorkshops(db, trainer)).length > 0) return;
  const past = {
    kind: 'case' as const,
    contentId: first.id,
    contentVersion: first.version,
    title: first.title,
  };
  const held = new Date(now.getTime() - 2 * DAY);
  const id = await openWorkshop(
    db,
    trainer,
    { ...past, label: 'Équipe du collège, mercredi', showsVotes: true },
    held,
  );
  await hold(db, content, trainer, id, held);
  const ready = second ?? first;
  await openWorkshop(
    db,
    trainer,
    {
      kind: 'case',
      contentId: ready.id,
      contentVersion: ready.version,
      title: ready.title,
      label: 'Référents du bassin',
      showsVotes: true,
    },
    new Date(now.getTime() - DAY),
  );
}

async function hold(db: Db, content: Content, trainer: Viewer, id: string, begun: Date): Promise<void> {
  const { kind, contentId } = (await findOwnWorkshop(db, trainer, id))!;
  const material = await materialOf(content, kind, contentId);
  if (material?.kind !== 'case') return;
  let minute = 0;
  const at = (later: number) => {
    minute += later;
    return new Date(begun.getTime() + minute * MINUTE);
  };
  const take = (step: Step, later: number) => takeStep(db, trainer, { id, material, step }, at(later));
  const people = [];
  for (const profession of ROOM) {
    const secret = await joinWorkshop(db, id, profession, at(0));
    people.push((await findParticipant(db, id, secret!))!);
  }
  await take({ step: 'read' }, 4);
  for (const [index, round] of material.case.rounds.entries()) {
    const number = index + 1;
    await take({ step: 'open', round: number }, 5);
    for (const [place, { id: participantId, profession }] of people.entries()) {
      // Teachers lean to the first thing that can be defended, the others to the last; a few think otherwise.
      const lean = profession === 'enseignant' ? round.points[0]! : round.points.at(-1)!;
      const choice = place % 5 === 4 ? round.options[(place + index) % round.options.length]!.id : lean;
      await vote(db, { workshopId: id, round: number, participantId, choices: [choice] }, at(0));
    }
    await take({ step: 'close', round: number }, 2);
    await take({ step: 'reveal', round: number }, 2);
  }
  await take({ step: 'commit' }, 3);
  for (const [place, text] of material.case.commitments.slice(0, 3).entries())
    await proposeCommitment(db, { workshopId: id, participantId: people[place]!.id, text }, at(1));
  for (const { id: proposal } of await findCommitments(db, id))
    await decideCommitment(db, trainer, { workshopId: id, id: proposal, status: 'accepted' }, at(0));
  await take({ step: 'end' }, 3);
}
