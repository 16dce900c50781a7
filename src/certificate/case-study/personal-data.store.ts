import { sql } from 'kysely';
import type { Trx } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';

/** What a person wrote in an hour, how it was read, and what they read of colleagues. */
export async function downloadCaseStudies(trx: Trx, { personId, email }: Viewer): Promise<object> {
  const studies = await trx
    .selectFrom('case_study as s')
    .select([
      's.dossier_id as dossier',
      's.dossier_version as version',
      's.manner',
      's.said_minutes as minutes_dites',
      's.started_at as commencée_le',
      's.finished_at as finie_le',
      's.saved_at as enregistrée_le',
      's.diagnosis as diagnostic',
      's.proposals as propositions',
      's.hour_diagnosis as diagnostic_à_60_00',
      's.hour_proposals as propositions_à_60_00',
      's.marks as grille',
      's.marked_at as grille_remplie_le',
      listOf(sql`
        select json_build_object('de', from_at, 'à', until_at)
        from case_study_pause where case_study_id = s.id order by number`).as('pauses'),
      listOf(sql`
        select json_build_object('question', question, 'réponse', reply, 'le', written_at)
        from case_study_reply where case_study_id = s.id order by question`).as('réponses_au_jury'),
      listOf(sql`
        select json_build_object('à', email, 'grille', marks, 'mot', word,
          'refusée', declined_at is not null, 'le', asked_at)
        from case_study_reader where case_study_id = s.id order by asked_at`).as('montrée'),
    ])
    .where('person_id', '=', personId)
    .orderBy('started_at')
    .execute();
  return {
    études: studies.map(({ manner, ...study }) => ({
      ...study,
      faite: manner === 'paper' ? 'sur papier' : 'à l’écran',
    })),
    études_que_l_on_me_montre: await trx
      .selectFrom('case_study_reader as r')
      .innerJoin('case_study as s', 's.id', 'r.case_study_id')
      .select([
        's.dossier_id as dossier',
        'r.asked_at as montrée_le',
        'r.opened_at as ouverte_le',
        'r.declined_at as refusée_le',
        'r.marks as ma_grille',
        'r.word as mon_mot',
      ])
      .where('r.email', '=', email ?? '')
      .where('s.person_id', '<>', personId)
      .orderBy('r.asked_at')
      .execute(),
  };
}

/** Rows of a query inside a row, in its order. */
function listOf(query: ReturnType<typeof sql>) {
  return sql<object[]>`array_to_json(array(${query}))`;
}
