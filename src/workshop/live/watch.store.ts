import { sql } from 'kysely';
import { type Db, isDatabaseAway, withoutValues } from '../../database/index.ts';
import { told } from '../../sources.ts';

// How a change reaches the screens: each process looks at the workshops somebody is looking at, all in one short query, as
// long as somebody is. Any pooler lets it pass, and any number of processes may serve one workshop.

/** How long a change waits at most before it is seen, the query besides. */
const LOOK_EVERY_MS = 100;
const AWAY_MS = 2_000;

/** `all` changes with whatever happens, `led` with what the trainer does. */
export type Marks = { all: string; led: string };
type Listener = (marks: Marks) => void;

type Watch = {
  listeners: Map<string, Set<Listener>>;
  seen: Map<string, Marks>;
  timer: NodeJS.Timeout | null;
};
const watches = new WeakMap<Db, Watch>();
const endings = new Set<() => void>();

/** Calls at once, then at each change, until stopped. */
export function watchWorkshop(db: Db, id: string, listener: Listener): () => void {
  const watch = watches.get(db) ?? { listeners: new Map(), seen: new Map(), timer: null };
  watches.set(db, watch);
  const listeners = watch.listeners.get(id) ?? new Set();
  watch.listeners.set(id, listeners.add(listener));
  const seen = watch.seen.get(id);
  if (seen) listener(seen);
  watch.timer ??= setTimeout(() => void look(db, watch), 0);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    watch.listeners.delete(id);
    watch.seen.delete(id);
  };
}

async function look(db: Db, watch: Watch): Promise<void> {
  if (watch.listeners.size === 0) {
    watch.timer = null;
    return;
  }
  let wait = LOOK_EVERY_MS;
  try {
    const marks = await findMarks(db, [...watch.listeners.keys()]);
    for (const [id, listeners] of watch.listeners) {
      const now = marks.get(id);
      if (!now || now.all === watch.seen.get(id)?.all) continue;
      watch.seen.set(id, now);
      for (const listener of listeners) listener(now);
    }
  } catch (error) {
    if (!isDatabaseAway(error)) console.error('ateliers', told(withoutValues(error)));
    wait = AWAY_MS;
  }
  watch.timer = setTimeout(() => void look(db, watch), wait);
  watch.timer.unref();
}

export async function findMarks(db: Db, ids: readonly string[]): Promise<Map<string, Marks>> {
  const { rows } = await sql<{ id: string; led: string; came: string }>`
    select w.id, w.version::text as led, concat_ws('.',
      (select count(*) from workshop_participant where workshop_id = w.id),
      (select sum(revision) from workshop_vote where workshop_id = w.id),
      (select sum(shown_moves) from workshop_round where workshop_id = w.id),
      (select count(*) from workshop_commitment where workshop_id = w.id)) as came
    from workshop w where w.id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, led, came }) => [id, { led, all: `${led}.${came}` }]));
}

/** Streams register how they end, so that a process that stops does not wait for them. */
export function whenStopping(end: () => void): () => void {
  endings.add(end);
  return () => endings.delete(end);
}

export async function endStreams(): Promise<void> {
  for (const end of [...endings]) end();
}
