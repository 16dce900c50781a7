import { countedLines, type PersonalDataPart } from '../privacy/index.ts';

/** Workshops somebody led. Those who vote in one have no account, and are not known. */
export const personalData: PersonalDataPart = {
  holds: ['workshop.person_id'],
  async count(db, { personId }) {
    const { led } = await db
      .selectFrom('workshop')
      .select((row) => row.fn.countAll<number>().as('led'))
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    return countedLines([[led, 'atelier mené', 'ateliers menés']]);
  },
  async download(trx, { personId }) {
    return {
      ateliers_menés: await trx
        .selectFrom('workshop')
        .select([
          'title as titre',
          'label as repère',
          'opened_at as ouvert_le',
          'begun_at as commencé_le',
          'ended_at as terminé_le',
          'participants',
        ])
        .where('person_id', '=', personId)
        .orderBy('opened_at')
        .execute(),
    };
  },
};
