import { sql } from 'kysely';
import { countedLines, type PersonalDataPart } from '../privacy/index.ts';
import { UNOPENED_DAYS } from './companions/companion.store.ts';
import { downloadPlans } from './plans/plans-data.store.ts';
import { KEPT_DAYS } from './reminders/notice.store.ts';

/** What was learnt, rehearsed, planned and reminded. */
export const personalData: PersonalDataPart = {
  holds: [
    'module_progress.person_id',
    'dialogue_play.person_id',
    'rehearsal_done.person_id',
    'path_arrangement.person_id',
    'plan.person_id',
    'plan_companion.email',
    'mail_wish.person_id',
    'notice.person_id',
    'attestation.person_id',
  ],
  retention: [
    {
      what: 'Modules, exercices, révisions, conversations, répétitions, parcours rangé, plans',
      until: 'suppression du plan, ou effacement du compte',
      job: null,
    },
    {
      what: 'Plan montré à une personne qui ne l’ouvre pas (son adresse)',
      until: `${UNOPENED_DAYS} jours`,
      job: 'forget-unopened-plans',
    },
    {
      what: 'Plan montré et ouvert : adresse et mot du collègue',
      until: 'retrait par l’un ou l’autre, suppression du plan, ou effacement de l’un des deux comptes',
      job: null,
    },
    {
      what: 'Date d’un rappel par courriel',
      until: `${KEPT_DAYS} jours`,
      job: 'prepare-notices',
    },
    {
      what: 'Rythme choisi pour les rappels',
      until: 'effacement du compte par la personne',
      job: null,
    },
    {
      what: 'Attestation d’heures',
      until: 'retrait ou effacement du compte ; le code seul demeure, pour répondre qu’elle est retirée',
      job: null,
    },
  ],
  async count(db, { personId }) {
    const { rows } = await sql<Record<'modules' | 'plays' | 'rehearsals' | 'plans' | 'attested', number>>`
      select (select count(*) from module_progress where person_id = ${personId}) as modules,
        (select count(*) from dialogue_play where person_id = ${personId}) as plays,
        (select count(*) from rehearsal_done where person_id = ${personId}) as rehearsals,
        (select count(*) from plan where person_id = ${personId}) as plans,
        (select count(*) from attestation where person_id = ${personId}) as attested`.execute(db);
    const { modules, plays, rehearsals, plans, attested } = rows[0]!;
    return countedLines([
      [
        modules,
        'module commencé ou terminé, avec vos choix aux exercices et vos révisions',
        'modules commencés ou terminés, avec vos choix aux exercices et vos révisions',
      ],
      [plays, 'conversation jouée', 'conversations jouées'],
      [
        rehearsals,
        'répétition de cinq minutes, sans vos choix',
        'répétitions de cinq minutes, sans vos choix',
      ],
      [plans, 'plan « Si… alors… »', 'plans « Si… alors… »'],
      [attested, 'attestation d’heures', 'attestations d’heures'],
    ]);
  },
  async download(trx, viewer, content) {
    const { personId } = viewer;
    const plays = await trx
      .selectFrom('dialogue_play')
      .select([
        'dialogue_id as dialogue',
        'dialogue_version as version',
        'path',
        'ending as fin',
        'begun_at as commencé_le',
        'ended_at as terminé_le',
      ])
      .where('person_id', '=', personId)
      .orderBy('begun_at')
      .execute();
    return {
      modules: await trx
        .selectFrom('module_progress')
        .select([
          'module_id as module',
          'competence as compétence',
          'step as étape_atteinte',
          'begun_at as commencé_le',
          'finished_at as terminé_le',
        ])
        .where('person_id', '=', personId)
        .orderBy('begun_at')
        .execute(),
      essais_aux_exercices: await trx
        .selectFrom('practice_try')
        .select([
          'module_id as module',
          'module_version as version',
          'exercise as exercice',
          'option as choix',
          'correct as juste',
          'tried_at as le',
        ])
        .where('person_id', '=', personId)
        .orderBy('tried_at')
        .execute(),
      révisions: await trx
        .selectFrom('review_card')
        .select([
          'module_id as module',
          'card as carte',
          'due as revient_le',
          'reviewed_at as revue_le',
          'memory as mémoire_du_calendrier',
        ])
        .where('person_id', '=', personId)
        .orderBy('module_id')
        .orderBy('card')
        .execute(),
      dialogues: plays.map(({ path, ...play }) => ({
        ...play,
        titre: content.dialogues.find(({ id }) => id === play.dialogue)?.title ?? null,
        répliques_choisies: path.map((choice) => choice + 1),
      })),
      répétitions: await trx
        .selectFrom('rehearsal_done')
        .select(['decision_id as décision', 'decision_version as version', 'done_on as le'])
        .where('person_id', '=', personId)
        .orderBy('done_on')
        .orderBy('decision_id')
        .execute(),
      parcours_rangé:
        (await trx
          .selectFrom('path_arrangement')
          .select(['placed as placés_en_premier', 'hidden as masqués'])
          .where('person_id', '=', personId)
          .executeTakeFirst()) ?? null,
      ...(await downloadPlans(trx, viewer)),
      attestations: await trx
        .selectFrom('attestation')
        .select([
          'code',
          'initials as initiales',
          'first_day as du',
          'last_day as au',
          'minutes',
          'finished as terminé',
          'made_at as établie_le',
        ])
        .where('person_id', '=', personId)
        .orderBy('made_at')
        .execute(),
      rappels_par_courriel:
        (await trx
          .selectFrom('mail_wish')
          .select([
            'rhythm as rythme',
            'weekday as jour_de_la_semaine',
            'plans as à_la_date_d_un_plan',
            'chosen_at as choisi_le',
          ])
          .where('person_id', '=', personId)
          .executeTakeFirst()) ?? null,
      courriels: await trx
        .selectFrom('notice')
        .select(['kind as sorte', 'day as jour', 'sent_at as parti_le'])
        .where('person_id', '=', personId)
        .orderBy('made_at')
        .execute(),
    };
  },
  async erase(trx, { addresses }) {
    if (addresses.length > 0)
      await trx.deleteFrom('plan_companion').where('email', 'in', addresses).execute();
  },
};
