import { randomUUID } from 'node:crypto';
import { dayOf, monthsAfter } from '../../calendar/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { may } from '../access-rights.ts';
import { type Access, visibleFollowUps } from '../scope.store.ts';
import type { SeenFollowUp } from '../situations/follow-up.store.ts';
import { MOST_WATCHED, type Rating, toRateAgain } from './signals.ts';

/** The signals watched in a situation, in the order they were chosen. The caller has opened the file. */
export async function findWatched(db: Db, file: SeenFollowUp): Promise<string[]> {
  const rows = await db
    .selectFrom('watched_signal')
    .select('signal')
    .where('follow_up_id', '=', file.id)
    .where('place', 'is not', null)
    .orderBy('place')
    .execute();
  return rows.map(({ signal }) => signal);
}

export type SeenRating = Rating & { raterName: string | null };

/** Every rating of a situation, the oldest first, signals no longer watched included. */
export async function findRatings(db: Db, file: SeenFollowUp): Promise<SeenRating[]> {
  return (await ratingsOf(db, [file.id])).get(file.id) ?? [];
}

/** By follow-up, each in the order of time. */
async function ratingsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, SeenRating[]>> {
  const rows = await db
    .selectFrom('signal_rating as r')
    .leftJoin('person as p', 'p.id', 'r.rater')
    .select([
      'r.follow_up_id as file',
      'r.signal',
      'r.rater',
      'r.level',
      'r.observed_on as on',
      'r.source',
      'p.display_name as raterName',
    ])
    .where('r.follow_up_id', 'in', ids)
    .orderBy('r.observed_on')
    .orderBy('r.recorded_at')
    .execute();
  const found = new Map<string, SeenRating[]>();
  for (const { file, source, ...row } of rows)
    found.set(file, [...(found.get(file) ?? []), { ...row, imported: source === 'imported' }]);
  return found;
}

/**
 * The codes of the follow-ups the viewer may rate, where a signal they were the first to rate is to be rated again; in the order
 * of the codes.
 */
export async function findMineToRateAgain(db: Db, viewer: Viewer, now: Date): Promise<string[]> {
  const today = dayOf(now);
  const files = await visibleFollowUps(db, viewer, today)
    .select(['follow_up.id', 'follow_up.code'])
    .where('follow_up.closed_on', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('signal_rating as r')
          .select('r.id')
          .whereRef('r.follow_up_id', '=', 'follow_up.id')
          .where('r.rater', '=', viewer.personId)
          .where('r.observed_on', '<', monthsAfter(today, -4)),
      ),
    )
    .orderBy('follow_up.code')
    .execute();
  const rated = files.filter(({ access }) => may({ access: access as Access }, 'rate'));
  if (rated.length === 0) return [];
  const ratings = await ratingsOf(
    db,
    rated.map(({ id }) => id),
  );
  const isAsked = (id: string) =>
    [...toRateAgain(ratings.get(id) ?? [], today).values()].some(({ raters }) =>
      raters.includes(viewer.personId),
    );
  return rated.filter(({ id }) => isAsked(id)).map(({ code }) => code);
}

/**
 * Chooses what is watched, five signals at most, in the order given. What is no longer watched keeps its ratings. Only
 * whoever runs the GPDS or is a member of it chooses.
 */
export async function chooseSignals(
  db: Db,
  viewer: Viewer,
  file: SeenFollowUp,
  signals: readonly string[],
  now: Date,
): Promise<'chosen' | 'too-many' | 'not-yours-to-choose'> {
  if (!may(file, 'choose-signals')) return 'not-yours-to-choose';
  const chosen = [...new Set(signals)];
  if (chosen.length > MOST_WATCHED) return 'too-many';
  const today = dayOf(now);
  await inTransaction(db, async (trx) => {
    // Two adults who choose at once choose one after the other: places are few.
    await trx.selectFrom('follow_up').select('id').where('id', '=', file.id).forUpdate().execute();
    await trx
      .updateTable('watched_signal')
      .set({ place: null, dropped_on: today })
      .where('follow_up_id', '=', file.id)
      .where('place', 'is not', null)
      .execute();
    for (const [index, signal] of chosen.entries()) {
      await trx
        .insertInto('watched_signal')
        .values({
          follow_up_id: file.id,
          signal,
          place: index + 1,
          chosen_on: today,
          chosen_by: viewer.personId,
        })
        .onConflict((conflict) =>
          conflict.columns(['follow_up_id', 'signal']).doUpdateSet({ place: index + 1, dropped_on: null }),
        )
        .execute();
    }
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'signals-chosen',
      subject: `follow-up ${file.id}`,
    });
  });
  return 'chosen';
}

/** Records what an adult sees of the watched signals on a day; said again the same day, the last word counts. */
export async function rateSignals(
  db: Db,
  viewer: Viewer,
  file: SeenFollowUp,
  levels: ReadonlyMap<string, number>,
  {
    observedOn,
    now,
    source = 'observed',
  }: { observedOn: string; now: Date; source?: 'observed' | 'imported' },
): Promise<'rated' | null> {
  if (!may(file, 'rate') || file.closedOn !== null) return null;
  await inTransaction(db, async (trx) => {
    for (const [signal, level] of levels) {
      await trx
        .insertInto('signal_rating')
        .values({
          id: randomUUID(),
          follow_up_id: file.id,
          signal,
          rater: viewer.personId,
          level,
          observed_on: observedOn,
          source,
          recorded_at: now,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['follow_up_id', 'signal', 'rater', 'observed_on'])
            .doUpdateSet({ level, source, recorded_at: now }),
        )
        .execute();
    }
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'signals-rated',
      subject: `follow-up ${file.id}`,
    });
  });
  return 'rated';
}
