import { sql } from 'kysely';
import { countedLines, type PersonalDataPart } from '../privacy/index.ts';
import { ABSOLUTE_HOURS, IDLE_HOURS } from './session.ts';
import { CODE_MINUTES } from './sign-in/code.ts';

/** Who the person is here, where they work, and how they come in. */
export const personalData: PersonalDataPart = {
  holds: [
    'person.id',
    'person.email',
    'membership.person_id',
    'membership.work_email',
    'school_invitation.email',
    'school_invitation.made_by',
    'school_invitation.used_by',
    'session.person_id',
    'identity_link.person_id',
    'sign_in_code.email',
    'sign_in_code.for_person',
    'demonstration_mail.recipient',
  ],
  retention: [
    {
      what: 'Compte : nom affiché, adresse électronique, métier, rattachements, choix de relire chaque réponse, identifiants chez un fournisseur d’identité',
      until: 'effacement du compte par la personne',
      job: null,
    },
    {
      what: 'Session ouverte',
      until: `${IDLE_HOURS} heures sans visite, ${ABSOLUTE_HOURS} heures en tout, puis la nuit suivante`,
      job: 'forget-sign-ins',
    },
    {
      what: 'Code de connexion (empreinte)',
      until: `${CODE_MINUTES} minutes, puis la demande de code suivante, au plus tard la nuit d’après`,
      job: 'forget-sign-ins',
    },
    {
      what: 'Empreinte horaire d’une adresse, pour limiter les essais',
      until: 'une heure, puis la demande de code suivante, au plus tard la nuit d’après',
      job: 'forget-sign-ins',
    },
  ],
  async count(db, { personId, email, profession, memberships }) {
    const known = [
      'votre nom',
      email && 'votre adresse électronique',
      profession && 'votre métier',
      memberships.some(({ school }) => school !== null) && 'votre établissement',
    ];
    const { rows } = await sql<{ sessions: number; links: number }>`
      select (select count(*) from session where person_id = ${personId}) as sessions,
        (select count(*) from identity_link where person_id = ${personId}) as links`.execute(db);
    const { sessions, links } = rows[0]!;
    return [
      LIST.format(known.filter((part): part is string => Boolean(part))),
      ...countedLines([
        [sessions, 'session ouverte', 'sessions ouvertes'],
        [
          links,
          'identifiant chez un fournisseur d’identité',
          'identifiants chez des fournisseurs d’identité',
        ],
      ]),
    ];
  },
  async download(trx, { personId, email }) {
    return {
      personne: await trx
        .selectFrom('person')
        .select([
          'id as identifiant',
          'display_name as nom_affiché',
          'email as adresse_électronique',
          'profession as métier',
          'school_answered as établissement_demandé',
          'welcomed_at as première_visite_terminée_le',
          'notice_version as version_de_la_notice_lue',
          'demonstration as personnage_de_démonstration',
          'rereads_answers as relit_chaque_réponse_avant_de_l_enregistrer',
          'audit_actor as numéro_dans_le_journal',
          'created_at as compte_créé_le',
        ])
        .where('id', '=', personId)
        .executeTakeFirstOrThrow(),
      rattachements: await trx
        .selectFrom('membership')
        .leftJoin('school', 'school.uai', 'membership.school')
        .leftJoin('academie', 'academie.code', 'membership.academie')
        .select([
          'membership.role as rôle',
          'membership.school as uai',
          'school.name as établissement',
          'academie.name as académie',
          'membership.created_at as depuis',
          'membership.confirmed_at as confirmé_le',
          'membership.confirmed_how as confirmé_par',
          'membership.work_email as adresse_académique_montrée',
        ])
        .where('membership.person_id', '=', personId)
        .orderBy('membership.id')
        .execute(),
      sessions_ouvertes: await trx
        .selectFrom('session')
        .select([
          'created_at as ouverte_le',
          'last_seen_at as dernière_visite',
          'provider as par_le_fournisseur',
          'methods as preuves_données',
        ])
        .where('person_id', '=', personId)
        .orderBy('created_at')
        .execute(),
      invitations_dans_un_établissement: await trx
        .selectFrom('school_invitation')
        .select(({ eb }) => [
          'school as uai',
          'role as rôle',
          'email as à',
          'made_at as le',
          'used_at as acceptée_le',
          eb('made_by', '=', personId).as('faite_par_vous'),
        ])
        .where((where) =>
          where.or([
            where('made_by', '=', personId),
            where('used_by', '=', personId),
            where('email', '=', email ?? ''),
          ]),
        )
        .orderBy('made_at')
        .execute(),
      fournisseurs_d_identité: await trx
        .selectFrom('identity_link')
        .select([
          'issuer as fournisseur',
          'subject as identifiant_là_bas',
          'created_at as première_fois',
          'last_used_at as dernière_fois',
        ])
        .where('person_id', '=', personId)
        .orderBy('created_at')
        .execute(),
      codes_de_connexion: await trx
        .selectFrom('sign_in_code')
        .select([
          'email as envoyé_à',
          'created_at as demandé_le',
          'expires_at as expire_le',
          'attempts as essais',
          'used_at as utilisé_le',
        ])
        .where((where) => where.or([where('email', '=', email ?? ''), where('for_person', '=', personId)]))
        .orderBy('created_at')
        .execute(),
      courriels_de_la_démonstration: await trx
        .selectFrom('demonstration_mail')
        .select(['subject as objet', 'created_at as le'])
        .where('recipient', '=', email ?? '')
        .orderBy('id')
        .execute(),
    };
  },
  async erase(trx, { addresses }) {
    if (addresses.length === 0) return;
    await trx.deleteFrom('school_invitation').where('email', 'in', addresses).execute();
    await trx.deleteFrom('sign_in_code').where('email', 'in', addresses).execute();
    await trx.deleteFrom('demonstration_mail').where('recipient', 'in', addresses).execute();
  },
};

const LIST = new Intl.ListFormat('fr', { type: 'conjunction' });
