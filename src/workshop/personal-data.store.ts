import { countedLines, type PersonalDataPart } from '../privacy/index.ts';
import { KEPT_HOURS } from './live/removal.store.ts';

/** Workshops somebody led. Those who vote in one have no account, and are not known. */
export const personalData: PersonalDataPart = {
  holds: ['workshop.person_id'],
  retention: [
    {
      what: 'Atelier ouvert',
      until: 'suppression par la personne, ou effacement de son compte',
      job: null,
    },
    {
      what: 'Participation à un atelier, sans compte : secret du téléphone, métier, votes, propositions',
      until: `${KEPT_HOURS} heures après la fin ; les totaux et les engagements retenus demeurent`,
      job: 'forget-workshop-participants',
    },
  ],
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
