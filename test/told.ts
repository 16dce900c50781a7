import { type Db, inTransaction } from '../src/database/index.ts';
import type { PersonalDataPart } from '../src/privacy/index.ts';
import type { Viewer } from '../src/web/index.ts';
import { frameworkAlone } from './framework.ts';

// biome-ignore lint/suspicious/noExplicitAny: the document has no type of its own, it is made to be read.
type Told = any;

/** What one room tells a person of themselves. */
export async function toldTo(db: Db, viewer: Viewer, part: PersonalDataPart): Promise<Told> {
  return inTransaction(db, (trx) => part.download(trx, viewer, frameworkAlone()));
}
