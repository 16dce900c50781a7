import { countedLines, type PersonalDataPart } from '../privacy/index.ts';

/** That an opinion was asked and given or passed: what was said is kept apart, and nobody’s. */
export const personalData: PersonalDataPart = {
  holds: ['survey_occasion.person_id', 'survey_refusal.person_id'],
  retention: [
    {
      what: 'Fait d’avoir donné, passé ou refusé un avis',
      until: 'effacement du compte par la personne',
      job: null,
    },
    {
      what: 'Avis sans nom : réponses et mois, sans lien avec une personne',
      until: 'sans limite : ne concernent personne',
      job: null,
    },
  ],
  async count(db, { personId }) {
    const { asked } = await db
      .selectFrom('survey_occasion')
      .select((row) => row.fn.countAll<number>().as('asked'))
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    return countedLines([
      [
        asked,
        'avis donné ou passé, sans ce que vous avez répondu',
        'avis donnés ou passés, sans ce que vous avez répondu',
      ],
    ]);
  },
  async download(trx, { personId }) {
    const refusal = await trx
      .selectFrom('survey_refusal')
      .select('refused_at')
      .where('person_id', '=', personId)
      .executeTakeFirst();
    const occasions = await trx
      .selectFrom('survey_occasion')
      .select(['instrument as questions', 'occasion as sur', 'outcome'])
      .where('person_id', '=', personId)
      .orderBy('instrument')
      .orderBy('occasion')
      .execute();
    return {
      avis: {
        refusés_pour_toujours_le: refusal?.refused_at ?? null,
        occasions: occasions.map(({ outcome, ...occasion }) => ({
          ...occasion,
          fait: outcome === 'answered' ? 'répondu' : 'passé',
        })),
      },
    };
  },
};
