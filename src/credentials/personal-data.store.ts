import { countedLines, type PersonalDataPart } from '../privacy/index.ts';

/** Badges somebody had signed. */
export const personalData: PersonalDataPart = {
  holds: ['badge.person_id'],
  retention: [
    {
      what: 'Badge signé',
      until: 'retrait ou effacement du compte ; un numéro sans nom demeure dans la liste des badges retirés',
      job: null,
    },
  ],
  async count(db, { personId }) {
    const { signed } = await db
      .selectFrom('badge')
      .select((row) => row.fn.countAll<number>().as('signed'))
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    return countedLines([[signed, 'badge signé', 'badges signés']]);
  },
  async download(trx, { personId }) {
    return {
      badges: await trx
        .selectFrom('badge')
        .select([
          'id as identifiant',
          'achievement as réalisation',
          'token as badge_signé',
          'made_at as fait_le',
        ])
        .where('person_id', '=', personId)
        .orderBy('made_at')
        .execute(),
    };
  },
};
