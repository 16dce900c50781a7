import { dayOf } from '../../calendar/index.ts';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';
import { rateSignals } from '../signals/signals.store.ts';
import { MOST_WATCHED } from '../signals/signals.ts';
import { openFile, openFollowUp, type SeenFollowUp } from '../situations/follow-up.store.ts';
import { levelsOf, type Register, type RegisterLine } from './register.ts';

/** Leaves nothing of the register written. */
class NotKept extends Error {
  constructor(readonly refused: { code: string; why: 'absent' | 'taken' | 'not-allowed' }) {
    super('register not kept');
  }
}

export type Kept = { rated: number; opened: number };

/**
 * Writes what a register says of a school whose GPDS the viewer runs: the follow-ups it opens, then the levels its counts are
 * of. All of it or nothing.
 */
export async function keepRegister(
  db: Db,
  viewer: Viewer,
  school: string,
  register: Register,
  { now, fictitious }: { now: Date; fictitious: boolean },
): Promise<Kept | NotKept['refused']> {
  try {
    return await inTransaction(db, async (trx) => {
      const kept: Kept = { rated: 0, opened: 0 };
      for (const line of register.lines) {
        if (line.opens) {
          await openLine(trx, viewer, school, line, { now, fictitious });
          kept.opened += 1;
        }
        const file = await openFile(trx, viewer, line.code, now);
        if (!file || file.school !== school || file.access !== 'referent' || file.closedOn !== null)
          throw new NotKept({ code: line.code, why: 'absent' });
        if (await rateLine(trx, viewer, file, line, register, now)) kept.rated += 1;
      }
      return kept;
    });
  } catch (error) {
    if (error instanceof NotKept) return error.refused;
    throw error;
  }
}

async function openLine(
  trx: Trx,
  viewer: Viewer,
  school: string,
  { code, opens }: RegisterLine,
  { now, fictitious }: { now: Date; fictitious: boolean },
): Promise<void> {
  const opening = await openFollowUp(
    trx,
    viewer,
    school,
    { level: opens!.level, ageBand: opens!.ageBand, informedOn: null },
    { now, fictitious, offered: code },
  );
  if ('refused' in opening)
    throw new NotKept({ code, why: opening.refused === 'taken' ? 'taken' : 'not-allowed' });
}

/**
 * Rates the signals the counts are of. A signal that nobody watches is watched from the day it is present, as long as there is a
 * free place; a fifth one is rated without being watched. What is absent and was never looked at stays so.
 */
async function rateLine(
  trx: Trx,
  viewer: Viewer,
  file: SeenFollowUp,
  line: RegisterLine,
  { observedOn, due }: Register,
  now: Date,
): Promise<boolean> {
  const levels = levelsOf(line, due, { primary: file.level === 'ecole' });
  const looked = await trx
    .selectFrom('watched_signal')
    .select(['signal', 'place'])
    .where('follow_up_id', '=', file.id)
    .execute();
  const rated = new Map<string, number>();
  const free = [...Array(MOST_WATCHED).keys()]
    .map((index) => index + 1)
    .filter((place) => !looked.some((one) => one.place === place));
  for (const [signal, level] of levels) {
    const known = looked.some((one) => one.signal === signal);
    if (!known && level === 0) continue;
    if (!known) await look(trx, viewer, file, signal, free.shift() ?? null, dayOf(now));
    rated.set(signal, level);
  }
  if (rated.size > 0) await rateSignals(trx, viewer, file, rated, { observedOn, now, source: 'imported' });
  return rated.size > 0;
}

async function look(
  trx: Trx,
  viewer: Viewer,
  file: SeenFollowUp,
  signal: string,
  place: number | null,
  today: string,
): Promise<void> {
  await trx
    .insertInto('watched_signal')
    .values({
      follow_up_id: file.id,
      signal,
      place,
      chosen_on: today,
      dropped_on: place === null ? today : null,
      chosen_by: viewer.personId,
    })
    .execute();
}
