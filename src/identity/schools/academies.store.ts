import type { Db } from '../../database/index.ts';
import { type Academie, readAcademies } from './academies.ts';

/** Writes the académies as the content knows them; run at every start. */
export async function loadAcademies(db: Db, academies: readonly Academie[] = readAcademies()): Promise<void> {
  await db
    .insertInto('academie')
    .values([...academies])
    .onConflict((conflict) =>
      conflict
        .column('code')
        .doUpdateSet((row) => ({ name: row.ref('excluded.name') }))
        .whereRef('academie.name', '<>', 'excluded.name' as 'academie.name'),
    )
    .execute();
}
