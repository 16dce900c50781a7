import { type Db, withinASecond } from './connection.ts';
import { isSchemaCurrent } from './migrate.ts';

/** Whether people can be sent here: the database answers within a second, with the tables this version needs. */
export type Readiness = 'ready' | 'away' | 'behind';

export async function readinessOf(db: Db): Promise<Readiness> {
  return withinASecond<Readiness>(
    isSchemaCurrent(db).then(
      (current) => (current ? 'ready' : 'behind'),
      // Not the journal of an application: the database answers, and is not ours.
      (error: { code?: string }) => (error.code === '42P01' ? 'behind' : 'away'),
    ),
    'away',
  );
}
