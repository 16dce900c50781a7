import { sql } from 'kysely';
import { countedLines, type PersonalDataPart } from '../privacy/index.ts';

/** Groups joined and proposed, and the team views in which answers counted. */
export const personalData: PersonalDataPart = {
  holds: ['campaign.proposed_by', 'campaign_member.person_id', 'group_mark.person_id'],
  retention: [
    {
      what: 'Groupe rejoint et ce qui y est partagé',
      until: 'effacement du compte ; un numéro sans lien demeure dans les vues d’équipe passées',
      job: null,
    },
    {
      what: 'Groupe proposé et plan de formation',
      until: 'demeurent pour la direction ou la formation académique, sans nom une fois le compte effacé',
      job: null,
    },
  ],
  async count(db, { personId }) {
    const { rows } = await sql<{ joined: number; proposed: number }>`
      select (select count(*) from campaign_member where person_id = ${personId}) as joined,
        (select count(*) from campaign where proposed_by = ${personId}) as proposed`.execute(db);
    const { joined, proposed } = rows[0]!;
    return countedLines([
      [joined, 'groupe rejoint, et ce que vous y partagez', 'groupes rejoints, et ce que vous y partagez'],
      [proposed, 'groupe proposé', 'groupes proposés'],
    ]);
  },
  async download(trx, { personId }) {
    return {
      groupes_rejoints: await trx
        .selectFrom('campaign_member as m')
        .innerJoin('campaign as c', 'c.id', 'm.campaign_id')
        .select([
          'c.title as groupe',
          'm.joined_at as rejoint_le',
          'm.left_at as quitté_le',
          'm.levels_at as niveaux_comptés_dans_la_vue_d_équipe_depuis',
          'm.listed_at as nom_montré_depuis',
          'm.reminders_at as rappels_acceptés_depuis',
        ])
        .where('m.person_id', '=', personId)
        .orderBy('m.joined_at')
        .execute(),
      vues_d_équipe_où_mes_réponses_ont_compté: await trx
        .selectFrom('group_mark as k')
        .innerJoin('group_round_part as p', 'p.mark', 'k.mark')
        .innerJoin('group_round as r', 'r.id', 'p.round_id')
        .innerJoin('campaign as c', 'c.id', 'r.campaign_id')
        .select(['c.title as groupe', 'r.made_at as le', 'p.answers as réponses_connues_alors'])
        .where('k.person_id', '=', personId)
        .orderBy('r.made_at')
        .execute(),
      groupes_proposés: await trx
        .selectFrom('campaign')
        .select([
          'title as nom',
          'opening as mot_d_accueil',
          'from_day as du',
          'until_day as au',
          'created_at as créé_le',
        ])
        .where('proposed_by', '=', personId)
        .orderBy('created_at')
        .execute(),
    };
  },
};
