import type { Db } from '../database/index.ts';
import type { Application } from '../web/index.ts';

/** Figures are read where a replica follows, so that adding up a country takes nothing from those who answer. */
export function readFigures<Result>(
  { db, readFigures }: Application,
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  return readFigures ? readFigures(work) : work(db);
}
