import { sql } from 'kysely';
import type { Trx } from '../database/index.ts';
import { countedLines, type PersonalDataPart } from '../privacy/index.ts';
import { IDLE_MONTHS, LEFTOVER_MONTHS, WARNING_DAYS } from './erasure/erasure.ts';
import { ALERT_MONTHS, CALLED_MONTHS, CONTINUED_MONTHS, OPPOSED_MONTHS } from './milestones/purge.ts';
import { CODE_DAYS, SESSION_MINUTES } from './questionnaires/questionnaire.ts';
import { OPEN_MINUTES } from './rights/rights.ts';
import { VALID_DAYS } from './transfer/transfer.store.ts';

/** What a column says that somebody did about a young person, and how to reach the code of the file from there. */
const ACTS = [
  { what: 'suivi ouvert', column: 'follow_up.opened_by', day: 'opened_on' },
  { what: 'suivi dont vous répondez', column: 'follow_up.lead', day: 'opened_on' },
  { what: 'signe choisi', column: 'watched_signal.chosen_by', day: 'chosen_on' },
  { what: 'signe noté', column: 'signal_rating.rater', day: 'observed_on' },
  { what: 'entretien noté', column: 'interview.recorded_by', day: 'held_on' },
  { what: 'accompagnement noté', column: 'support.recorded_by', day: 'planned_from' },
  { what: 'accompagnement dont vous êtes tuteur ou tutrice', column: 'support.tutor', day: 'planned_from' },
  { what: 'séance notée', column: 'support_session.recorded_by', day: 'on_day', through: 'support' },
  { what: 'démarche cochée', column: 'procedure_check.checked_by', day: 'checked_on', through: 'support' },
  { what: 'décision notée', column: 'gpds_decision.recorded_by', day: 'decided_on' },
  { what: 'décision dont vous vous chargez', column: 'gpds_decision.person_id', day: 'decided_on' },
  { what: 'étape notée', column: 'milestone.recorded_by', day: 'on_day' },
  { what: 'questionnaire donné', column: 'young_questionnaire.created_by', day: 'created_at' },
  { what: 'mot secret donné', column: 'access_secret.created_by', day: 'created_at' },
  { what: 'demande traitée', column: 'data_request.answered_by', day: 'answered_on' },
  { what: 'accès donné', column: 'circle_member.granted_by', day: 'from_day' },
  { what: 'transfert proposé', column: 'transfer.created_by', day: 'created_at' },
] as const;

/** What somebody did for young people: the files are known by their codes, and stay when the person leaves. */
export const personalData: PersonalDataPart = {
  holds: [
    'alert.author',
    'circle_member.person_id',
    'follow_up_reading.person_id',
    'gpds_chair.person_id',
    'gpds_chair.recorded_by',
    'gpds_meeting.prepared_by',
    'follow_up_gate.recorded_by',
    'follow_up_mail.person_id',
    ...ACTS.map(({ column }) => column),
  ],
  retention: [
    {
      what: 'Suivi d’un jeune, terminé : tout ce qui y est écrit',
      until: `${CALLED_MONTHS} mois après les appels du douzième mois, au plus tard le 31 août de l’année scolaire qui suit la sortie`,
      job: 'erase-follow-ups',
    },
    {
      what: 'Suivi d’un jeune, après une opposition',
      until: `${OPPOSED_MONTHS} mois`,
      job: 'erase-follow-ups',
    },
    {
      what: 'Suivi d’un jeune, passé à un autre établissement',
      until: `${CONTINUED_MONTHS} mois dans le premier établissement`,
      job: 'erase-follow-ups',
    },
    {
      what: 'Suivi d’un jeune, ouvert mais où rien n’est plus écrit',
      until: `terminé d’office après ${IDLE_MONTHS} mois, effacé ${WARNING_DAYS} jours plus tard au plus tôt`,
      job: 'erase-follow-ups',
    },
    {
      what: 'Alerte qui n’a ouvert aucun suivi',
      until: `${ALERT_MONTHS} mois après l’envoi`,
      job: 'purge-alerts',
    },
    {
      what: '« Relais demandé » : établissement et jour',
      until: `${LEFTOVER_MONTHS} mois, ou l’effacement du suivi`,
      job: 'erase-follow-ups',
    },
    {
      what: 'Questionnaire d’un jeune pas encore envoyé, et son code',
      until: `${CODE_DAYS} jours ; la session de l’appareil, ${SESSION_MINUTES} minutes`,
      job: 'erase-follow-ups',
    },
    {
      what: 'Réponses d’un jeune à un questionnaire envoyé',
      until: 'avec le suivi',
      job: 'erase-follow-ups',
    },
    {
      what: 'Lecture de ce qui est gardé, par un jeune ou sa famille (session de l’appareil)',
      until: `${OPEN_MINUTES} minutes`,
      job: 'erase-follow-ups',
    },
    {
      what: 'Code de transfert non utilisé',
      until: `${VALID_DAYS} jours`,
      job: 'erase-follow-ups',
    },
    {
      what: 'Qui a lu un suivi, et quel jour',
      until: 'avec le suivi ; sans nom une fois le compte de la personne effacé',
      job: 'erase-follow-ups',
    },
    {
      what: 'Cadre du suivi, présidence et réunions du GPDS',
      until: 'sans limite : aucun élève n’y est nommé ; sans nom une fois le compte effacé',
      job: null,
    },
  ],
  async count(db, { personId }) {
    const { rows } = await sql<{ alerts: number; accesses: number; readings: number }>`
      select (select count(*) from alert where author = ${personId}) as alerts,
        (select count(*) from circle_member where person_id = ${personId}) as accesses,
        (select count(*) from follow_up_reading where person_id = ${personId}) as readings`.execute(db);
    const { alerts, accesses, readings } = rows[0]!;
    return countedLines([
      [alerts, 'alerte donnée', 'alertes données'],
      [accesses, 'accès à un suivi', 'accès à des suivis'],
      [readings, 'ligne sur les suivis que vous avez ouverts', 'lignes sur les suivis que vous avez ouverts'],
    ]);
  },
  async download(trx, { personId }) {
    return {
      alertes_données: await trx
        .selectFrom('alert')
        .select([
          'school as uai',
          'number as numéro',
          'code',
          'level as niveau',
          'signals as signes',
          'word as mot',
          'observed_on as vu_le',
          'created_at as envoyée_le',
          'read_at as lue_le',
          'decided_at as décidée_le',
        ])
        .where('author', '=', personId)
        .orderBy('created_at')
        .execute(),
      accès_à_des_suivis: await trx
        .selectFrom('circle_member as c')
        .innerJoin('follow_up as f', 'f.id', 'c.follow_up_id')
        .select([
          'f.code',
          'c.role as en_tant_que',
          'c.from_day as du',
          'c.until_day as au',
          'c.ended_at as retiré_le',
        ])
        .where('c.person_id', '=', personId)
        .orderBy('c.from_day')
        .execute(),
      courriels_du_suivi: await trx
        .selectFrom('follow_up_mail')
        .select(['wanted as voulus', 'changed_at as depuis'])
        .where('person_id', '=', personId)
        .execute(),
      suivis_lus: await trx
        .selectFrom('follow_up_reading as r')
        .innerJoin('follow_up as f', 'f.id', 'r.follow_up_id')
        .select(['f.code', 'r.access as en_tant_que', 'r.last_at as le'])
        .where('r.person_id', '=', personId)
        .orderBy('r.last_at')
        .execute(),
      actes_dans_des_suivis: await downloadActs(trx, personId),
      ...(await downloadOfSchool(trx, personId)),
    };
  },
};

async function downloadActs(trx: Trx, personId: string): Promise<readonly object[]> {
  const each = ACTS.map(({ what, column, day, ...way }) => {
    const [table] = column.split('.') as [string];
    const file =
      'through' in way
        ? `${way.through}.follow_up_id`
        : table === 'follow_up'
          ? 'follow_up.id'
          : `${table}.follow_up_id`;
    const others = [
      ...('through' in way ? [sql`join support on support.id = ${sql.ref(`${table}.support_id`)}`] : []),
      ...(table === 'follow_up' ? [] : [sql`join follow_up on follow_up.id = ${sql.ref(file)}`]),
    ];
    return sql`select ${what} as quoi, follow_up.code, ${sql.ref(`${table}.${day}`)}::date as le
      from ${sql.table(table)} ${sql.join(others, sql` `)} where ${sql.ref(column)} = ${personId}`;
  });
  const { rows } = await sql<object>`${sql.join(each, sql` union all `)} order by le, quoi, code`.execute(
    trx,
  );
  return rows;
}

async function downloadOfSchool(trx: Trx, personId: string): Promise<Record<string, object[]>> {
  return {
    présidences_du_gpds: await trx
      .selectFrom('gpds_chair')
      .select(['school as uai', 'from_day as depuis', 'ended_at as finie_le'])
      .where('person_id', '=', personId)
      .orderBy('from_day')
      .execute(),
    présidences_du_gpds_enregistrées: await trx
      .selectFrom('gpds_chair')
      .select(['school as uai', 'from_day as depuis'])
      .where('recorded_by', '=', personId)
      .orderBy('from_day')
      .execute(),
    réunions_du_gpds_préparées: await trx
      .selectFrom('gpds_meeting')
      .select(['school as uai', 'held_on as le'])
      .where('prepared_by', '=', personId)
      .orderBy('held_on')
      .execute(),
    cadre_du_suivi_enregistré: await trx
      .selectFrom('follow_up_gate')
      .select(['school as uai', 'recorded_at as le'])
      .where('recorded_by', '=', personId)
      .orderBy('recorded_at')
      .execute(),
  };
}
