import { sql } from 'kysely';
import type { Trx } from '../database/index.ts';
import { countedLines, type PersonalDataPart } from '../privacy/index.ts';
import type { Viewer } from '../web/index.ts';
import { downloadCaseStudies } from './case-study/personal-data.store.ts';
import { UNOPENED_DAYS as UNOPENED_STUDY_DAYS } from './case-study/readers/reader.store.ts';
import { UNOPENED_DAYS } from './portfolio/peers/confirmation.store.ts';

const ANSWER = { confirmed: 'confirmé', declined: 'refusé', withdrawn: 'retiré' } as const;

/** The portfolio, what was confirmed on both sides, the hours, the case studies, and dates entered for everybody. */
export const personalData: PersonalDataPart = {
  holds: [
    'portfolio_piece.person_id',
    'planned_session.person_id',
    'declared_hours.person_id',
    'peer_confirmation.person_id',
    'peer_confirmation.peer_id',
    'peer_confirmation.email',
    'case_study.person_id',
    'case_study_reader.email',
    'certificate_registration.entered_by',
  ],
  retention: [
    {
      what: 'Dossier pour le certificat : pièces, séances, heures, études de cas',
      until: 'retrait ou effacement du compte',
      job: null,
    },
    {
      what: 'Confirmation demandée que personne n’ouvre (adresse du pair)',
      until: `${UNOPENED_DAYS} jours`,
      job: 'forget-unopened-confirmations',
    },
    {
      what: 'Confirmation ouverte ou donnée',
      until: 'retrait par l’un ou l’autre, ou effacement de l’un des deux comptes',
      job: null,
    },
    {
      what: 'Étude de cas montrée que personne n’ouvre (adresse du lecteur)',
      until: `${UNOPENED_STUDY_DAYS} jours`,
      job: 'forget-unopened-case-studies',
    },
    {
      what: 'Dates d’inscription saisies pour une académie',
      until: 'retrait ; sans nom une fois le compte effacé',
      job: null,
    },
  ],
  async count(db, { personId }) {
    const { rows } = await sql<Record<'pieces' | 'sessions' | 'confirmations' | 'studies', number>>`
      select (select count(*) from portfolio_piece where person_id = ${personId}) as pieces,
        (select count(*) from planned_session where person_id = ${personId}) as sessions,
        (select count(*) from peer_confirmation where person_id = ${personId} or peer_id = ${personId})
          as confirmations,
        (select count(*) from case_study where person_id = ${personId}) as studies`.execute(db);
    const { pieces, sessions, confirmations, studies } = rows[0]!;
    return countedLines([
      [pieces, 'pièce du dossier', 'pièces du dossier'],
      [sessions, 'séance préparée', 'séances préparées'],
      [confirmations, 'confirmation demandée ou donnée', 'confirmations demandées ou données'],
      [studies, 'étude de cas', 'études de cas'],
    ]);
  },
  async download(trx, viewer) {
    return {
      certificat: await downloadPortfolio(trx, viewer),
      études_de_cas: await downloadCaseStudies(trx, viewer),
      dates_d_inscription_saisies: await trx
        .selectFrom('certificate_registration')
        .select([
          'academie as académie',
          'opens_on as du',
          'closes_on as au',
          'place as lieu',
          'source',
          'entered_at as saisies_le',
        ])
        .where('entered_by', '=', viewer.personId)
        .orderBy('entered_at')
        .execute(),
    };
  },
  async erase(trx, { addresses }) {
    if (addresses.length === 0) return;
    await trx.deleteFrom('case_study_reader').where('email', 'in', addresses).execute();
    await trx.deleteFrom('peer_confirmation').where('email', 'in', addresses).execute();
  },
};

async function downloadPortfolio(trx: Trx, { personId, email }: Viewer): Promise<Record<string, unknown>> {
  const asked = await trx
    .selectFrom('peer_confirmation')
    .select([...CONFIRMATION, 'email as à', 'opened_at as ouverte_le'])
    .where('person_id', '=', personId)
    .orderBy('asked_at')
    .execute();
  const toAnswer = await trx
    .selectFrom('peer_confirmation')
    .select(CONFIRMATION)
    .where('person_id', '<>', personId)
    .where((where) => where.or([where('peer_id', '=', personId), where('email', '=', email ?? '')]))
    .orderBy('asked_at')
    .execute();
  return {
    pièces_du_dossier: await trx
      .selectFrom('portfolio_piece')
      .select([
        'kind as sorte',
        'piece as pièce',
        'competences as compétences',
        'epreuves as épreuves',
        'note',
        'attached_at as rattachée_le',
      ])
      .where('person_id', '=', personId)
      .orderBy('attached_at')
      .execute(),
    séances_préparées: await trx
      .selectFrom('planned_session')
      .select([
        'title as titre',
        'aim as but',
        'level as niveau',
        'young_people as nombre_de_jeunes',
        'steps as moments',
        'adaptations',
        'proofs as preuves',
        'made_at as préparée_le',
        'changed_at as changée_le',
        'held_on as faite_le',
        'debrief as après_la_séance',
      ])
      .where('person_id', '=', personId)
      .orderBy('made_at')
      .execute(),
    heures_déclarées:
      (await trx
        .selectFrom('declared_hours')
        .select([
          'common as modules_obligatoires',
          'chosen as modules_au_choix',
          'practical as temps_pratique',
          'declared_at as le',
        ])
        .where('person_id', '=', personId)
        .executeTakeFirst()) ?? null,
    confirmations_demandées: asked.map(withAnswer),
    confirmations_que_l_on_me_demande: toAnswer.map(withAnswer),
  };
}

const CONFIRMATION = [
  'competence as compétence',
  'observed_on as vu_le',
  'occasion as ce_qui_a_été_vu',
  'level_asked as niveau_demandé',
  'asked_at as demandée_le',
  'answer',
  'answered_at as répondue_le',
  'acts as actes_vus',
  'level as niveau_confirmé',
  'word as mot',
] as const;

function withAnswer<Row extends { answer: keyof typeof ANSWER | null }>({ answer, ...row }: Row): object {
  return { ...row, réponse: answer && ANSWER[answer] };
}
