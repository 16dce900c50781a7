import { sql } from 'kysely';
import type { Trx } from '../database/index.ts';
import type { Viewer } from '../web/index.ts';
import type { CaseStudyData } from './case-study-data.ts';

/** What a person wrote in an hour, how it was read, and what they read of colleagues. */
export async function readCaseStudies(trx: Trx, { personId, email }: Viewer): Promise<CaseStudyData> {
  return {
    studies: await trx
      .selectFrom('case_study as s')
      .select([
        's.dossier_id as dossier',
        's.dossier_version as version',
        's.manner',
        's.said_minutes as saidMinutes',
        's.started_at as startedAt',
        's.finished_at as finishedAt',
        's.saved_at as savedAt',
        's.diagnosis',
        's.proposals',
        's.hour_diagnosis as hourDiagnosis',
        's.hour_proposals as hourProposals',
        's.marks',
        's.marked_at as markedAt',
        listOf<CaseStudyData['studies'][number]['pauses']>(sql`
          select json_build_object('from', from_at, 'until', until_at)
          from case_study_pause where case_study_id = s.id order by number`).as('pauses'),
        listOf<CaseStudyData['studies'][number]['replies']>(sql`
          select json_build_object('question', question, 'reply', reply, 'at', written_at)
          from case_study_reply where case_study_id = s.id order by question`).as('replies'),
        listOf<CaseStudyData['studies'][number]['readers']>(sql`
          select json_build_object('to', email, 'marks', marks, 'word', word,
            'declined', declined_at is not null, 'at', asked_at)
          from case_study_reader where case_study_id = s.id order by asked_at`).as('readers'),
      ])
      .where('person_id', '=', personId)
      .orderBy('started_at')
      .execute(),
    shown: await trx
      .selectFrom('case_study_reader as r')
      .innerJoin('case_study as s', 's.id', 'r.case_study_id')
      .select([
        's.dossier_id as dossier',
        'r.asked_at as askedAt',
        'r.opened_at as openedAt',
        'r.declined_at as declinedAt',
        'r.marks',
        'r.word',
      ])
      .where('r.email', '=', email ?? '')
      .where('s.person_id', '<>', personId)
      .orderBy('r.asked_at')
      .execute(),
    dates: await trx
      .selectFrom('certificate_registration')
      .select(['academie', 'opens_on as opensOn', 'closes_on as closesOn', 'entered_at as at'])
      .where('entered_by', '=', personId)
      .orderBy('entered_at')
      .execute(),
  };
}

/** Rows of a query inside a row, in its order. */
function listOf<Rows>(query: ReturnType<typeof sql>) {
  return sql<Rows>`array_to_json(array(${query}))`;
}
