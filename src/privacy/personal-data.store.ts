import { sql } from 'kysely';
import { unpackState } from '../../psychometrics/index.ts';
import type { Response } from '../content/index.ts';
import { type Db, inTransaction, type Trx } from '../database/index.ts';
import type { Viewer } from '../web/index.ts';
import { audit } from './audit.store.ts';
import { readCaseStudies } from './case-study-data.store.ts';
import { readCertificate } from './certificate-data.store.ts';
import type { Evaluation, PersonalData, ServedQuestion } from './personal-data.ts';

export type Counts = {
  evaluations: number;
  answers: number;
  reports: number;
  modules: number;
  dialogues: number;
  rehearsals: number;
  plans: number;
  sessions: number;
  auditLines: number;
  firstAnswer: Date | null;
  lastAnswer: Date | null;
};

/** How much is held about a person, without reading it. */
export async function countPersonalData(db: Db, { personId, auditActor }: Viewer): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select
      (select count(*) from evaluation where person_id = ${personId}) as evaluations,
      (select count(*) from question_report where person_id = ${personId}) as reports,
      (select count(*) from module_progress where person_id = ${personId}) as modules,
      (select count(*) from dialogue_play where person_id = ${personId}) as dialogues,
      (select count(*) from rehearsal_done where person_id = ${personId}) as rehearsals,
      (select count(*) from plan where person_id = ${personId}) as plans,
      (select count(*) from session where person_id = ${personId}) as sessions,
      (select count(*) from audit_event where actor = ${auditActor}) as "auditLines",
      count(a.*) as answers, min(a.answered_at) as "firstAnswer", max(a.answered_at) as "lastAnswer"
    from answer a join evaluation e on e.id = a.evaluation_id where e.person_id = ${personId}`.execute(db);
  return rows[0]!;
}

/** Reads everything held about the person, as one moment, and writes in the log that it was taken. */
export async function exportPersonalData(
  db: Db,
  viewer: Viewer,
  format: 'json' | 'csv',
  now: Date,
): Promise<PersonalData> {
  return inTransaction(db, async (trx) => {
    await sql`set transaction isolation level repeatable read`.execute(trx);
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'data-exported', subject: format });
    return {
      person: await readPerson(trx, viewer.personId),
      memberships: await readMemberships(trx, viewer.personId),
      ability: await readAbility(trx, viewer.personId),
      evaluations: await readEvaluations(trx, viewer.personId),
      reports: await trx
        .selectFrom('question_report')
        .select([
          'question_id as questionId',
          'question_version as questionVersion',
          'message',
          'created_at as at',
        ])
        .where('person_id', '=', viewer.personId)
        .orderBy('created_at')
        .execute(),
      modules: await trx
        .selectFrom('module_progress')
        .select([
          'module_id as module',
          'competence',
          'step',
          'begun_at as begunAt',
          'finished_at as finishedAt',
        ])
        .where('person_id', '=', viewer.personId)
        .orderBy('begun_at')
        .execute(),
      tries: await trx
        .selectFrom('practice_try')
        .select([
          'module_id as module',
          'module_version as version',
          'exercise',
          'option',
          'correct',
          'tried_at as at',
        ])
        .where('person_id', '=', viewer.personId)
        .orderBy('tried_at')
        .execute(),
      reviews: await trx
        .selectFrom('review_card')
        .select(['module_id as module', 'card', 'due', 'reviewed_at as reviewedAt', 'memory'])
        .where('person_id', '=', viewer.personId)
        .orderBy('module_id')
        .orderBy('card')
        .execute(),
      dialogues: await trx
        .selectFrom('dialogue_play')
        .select([
          'dialogue_id as dialogue',
          'dialogue_version as version',
          'path',
          'ending',
          'begun_at as begunAt',
          'ended_at as endedAt',
        ])
        .where('person_id', '=', viewer.personId)
        .orderBy('begun_at')
        .execute(),
      rehearsals: await trx
        .selectFrom('rehearsal_done')
        .select(['decision_id as decision', 'decision_version as version', 'done_on as day'])
        .where('person_id', '=', viewer.personId)
        .orderBy('done_on')
        .orderBy('decision_id')
        .execute(),
      path: await readPath(trx, viewer.personId),
      plans: await trx
        .selectFrom('plan')
        .select([
          'module_id as module',
          'situation',
          'act',
          'help',
          'due',
          'outcome',
          'what_happened as whatHappened',
          'obstacle',
          'made_at as madeAt',
          'looked_back_at as lookedBackAt',
        ])
        .where('person_id', '=', viewer.personId)
        .orderBy('made_at')
        .execute(),
      efficacy: await trx
        .selectFrom('staff_questionnaire')
        .select([
          'instrument',
          'version',
          'before_answers as before',
          'before_at as beforeAt',
          'after_answers as after',
          'after_at as afterAt',
        ])
        .where('person_id', '=', viewer.personId)
        .orderBy('instrument')
        .execute(),
      figures: await trx
        .selectFrom('school_figure')
        .select(['school', 'school_year as schoolYear', 'entered_at as at'])
        .where('entered_by', '=', viewer.personId)
        .orderBy('school')
        .orderBy('school_year')
        .execute(),
      alerts: await trx
        .selectFrom('alert')
        .select([
          'school',
          'number',
          'code',
          'level',
          'signals',
          'word',
          'observed_on as day',
          'created_at as at',
          'read_at as readAt',
          'decided_at as decidedAt',
        ])
        .where('author', '=', viewer.personId)
        .orderBy('created_at')
        .execute(),
      accesses: await trx
        .selectFrom('circle_member as c')
        .innerJoin('follow_up as f', 'f.id', 'c.follow_up_id')
        .select(['f.code', 'c.role', 'c.from_day as from', 'c.until_day as until', 'c.ended_at as endedAt'])
        .where('c.person_id', '=', viewer.personId)
        .orderBy('c.from_day')
        .execute(),
      chairs: await trx
        .selectFrom('gpds_chair')
        .select(['school', 'from_day as from', 'ended_at as endedAt'])
        .where('person_id', '=', viewer.personId)
        .orderBy('from_day')
        .execute(),
      readings: await trx
        .selectFrom('follow_up_reading as r')
        .innerJoin('follow_up as f', 'f.id', 'r.follow_up_id')
        .select(['f.code', 'r.access', 'r.last_at as at'])
        .where('r.person_id', '=', viewer.personId)
        .orderBy('r.last_at')
        .execute(),
      plansShown: await trx
        .selectFrom('plan_companion as c')
        .innerJoin('plan', 'plan.id', 'c.plan_id')
        .select([
          'plan.situation',
          'c.email as to',
          'outcome_shown as outcomeShown',
          'asked_at as askedAt',
          'opened_at as openedAt',
          'declined_at as declinedAt',
          'word',
          'word_at as wordAt',
        ])
        .where('plan.person_id', '=', viewer.personId)
        .orderBy('asked_at')
        .execute(),
      plansAccompanied: await trx
        .selectFrom('plan_companion')
        .select([
          'asked_at as askedAt',
          'opened_at as openedAt',
          'declined_at as declinedAt',
          'word',
          'word_at as wordAt',
        ])
        .where('email', '=', viewer.email ?? '')
        .orderBy('asked_at')
        .execute(),
      groups: await trx
        .selectFrom('campaign_member as m')
        .innerJoin('campaign as c', 'c.id', 'm.campaign_id')
        .select([
          'c.title',
          'm.joined_at as joinedAt',
          'm.left_at as leftAt',
          'm.levels_at as levelsAt',
          'm.listed_at as listedAt',
          'm.reminders_at as remindersAt',
        ])
        .where('m.person_id', '=', viewer.personId)
        .orderBy('m.joined_at')
        .execute(),
      teamViews: await trx
        .selectFrom('group_mark as k')
        .innerJoin('group_round_part as p', 'p.mark', 'k.mark')
        .innerJoin('group_round as r', 'r.id', 'p.round_id')
        .innerJoin('campaign as c', 'c.id', 'r.campaign_id')
        .select(['c.title', 'r.made_at as at', 'p.answers'])
        .where('k.person_id', '=', viewer.personId)
        .orderBy('r.made_at')
        .execute(),
      groupsProposed: await trx
        .selectFrom('campaign')
        .select(['title', 'opening', 'from_day as from', 'until_day as until', 'created_at as at'])
        .where('proposed_by', '=', viewer.personId)
        .orderBy('created_at')
        .execute(),
      attestations: await trx
        .selectFrom('attestation')
        .select([
          'code',
          'initials',
          'first_day as firstDay',
          'last_day as lastDay',
          'minutes',
          'finished',
          'made_at as madeAt',
        ])
        .where('person_id', '=', viewer.personId)
        .orderBy('made_at')
        .execute(),
      workshops: await trx
        .selectFrom('workshop')
        .select([
          'title',
          'label',
          'opened_at as openedAt',
          'begun_at as begunAt',
          'ended_at as endedAt',
          'participants',
        ])
        .where('person_id', '=', viewer.personId)
        .orderBy('opened_at')
        .execute(),
      certificate: await readCertificate(trx, viewer),
      caseStudies: await readCaseStudies(trx, viewer),
      selfDiagnoses: {
        drafts: await trx
          .selectFrom('self_diagnosis_draft as a')
          .innerJoin('self_diagnosis as d', 'd.id', 'a.diagnosis_id')
          .select(['d.school', 'd.school_year as year', 'a.answers', 'a.changed_at as at'])
          .where('a.person_id', '=', viewer.personId)
          .orderBy('d.school_year')
          .orderBy('d.school')
          .execute(),
        sent: await trx
          .selectFrom('self_diagnosis_participant as p')
          .innerJoin('self_diagnosis as d', 'd.id', 'p.diagnosis_id')
          .select(['d.school', 'd.school_year as year'])
          .where('p.person_id', '=', viewer.personId)
          .orderBy('d.school_year')
          .orderBy('d.school')
          .execute(),
      },
      ideas: {
        adaptations: await trx
          .selectFrom('action_adaptation')
          .select([
            'action',
            'title',
            'kept',
            'changed',
            'with_whom as withWhom',
            'first_step as firstStep',
            'first_day as firstDay',
            'shown',
            'made_at as madeAt',
            'changed_at as changedAt',
          ])
          .where('person_id', '=', viewer.personId)
          .orderBy('made_at')
          .execute(),
        proposals: await trx
          .selectFrom('action_proposal')
          .select([
            'status',
            'title',
            'summary',
            'details',
            'partners',
            'observed',
            'levels',
            'field',
            'themes',
            'message',
            'made_at as madeAt',
            'sent_at as sentAt',
            'reviewed_at as reviewedAt',
          ])
          .where('author', '=', viewer.personId)
          .orderBy('made_at')
          .execute(),
        reviews: await trx
          .selectFrom('action_proposal')
          .select(['title', 'status', 'message', 'reviewed_at as reviewedAt'])
          .where('reviewer', '=', viewer.personId)
          .orderBy('reviewed_at')
          .execute(),
      },
      surveys: {
        refusedAt: await readSurveyRefusal(trx, viewer.personId),
        occasions: await trx
          .selectFrom('survey_occasion')
          .select(['instrument', 'occasion', 'outcome'])
          .where('person_id', '=', viewer.personId)
          .orderBy('instrument')
          .orderBy('occasion')
          .execute(),
      },
      mails: {
        wish: await readMailWish(trx, viewer.personId),
        followUp:
          (await trx
            .selectFrom('follow_up_mail')
            .select(['wanted', 'changed_at as changedAt'])
            .where('person_id', '=', viewer.personId)
            .executeTakeFirst()) ?? null,
        notices: await trx
          .selectFrom('notice')
          .select(['kind', 'day', 'sent_at as sentAt'])
          .where('person_id', '=', viewer.personId)
          .orderBy('made_at')
          .execute(),
      },
      sessions: await trx
        .selectFrom('session')
        .select(['created_at as openedAt', 'last_seen_at as lastSeenAt', 'provider', 'methods'])
        .where('person_id', '=', viewer.personId)
        .orderBy('created_at')
        .execute(),
      identities: await trx
        .selectFrom('identity_link')
        .select(['issuer', 'subject', 'created_at as linkedAt', 'last_used_at as lastUsedAt'])
        .where('person_id', '=', viewer.personId)
        .orderBy('created_at')
        .execute(),
      codes: await trx
        .selectFrom('sign_in_code')
        .select(['created_at as createdAt', 'expires_at as expiresAt', 'attempts', 'used_at as usedAt'])
        .where('email', '=', viewer.email ?? '')
        .orderBy('created_at')
        .execute(),
      audit: await readAudit(trx, viewer.auditActor),
    };
  });
}

async function readPerson(trx: Trx, personId: string): Promise<PersonalData['person']> {
  return trx
    .selectFrom('person')
    .select([
      'id',
      'display_name as name',
      'email',
      'profession',
      'school_answered as schoolAnswered',
      'welcomed_at as welcomedAt',
      'notice_version as noticeVersion',
      'demonstration',
      'audit_actor as auditActor',
      'created_at as createdAt',
    ])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
}

async function readMemberships(trx: Trx, personId: string): Promise<PersonalData['memberships']> {
  return trx
    .selectFrom('membership')
    .leftJoin('school', 'school.uai', 'membership.school')
    .leftJoin('academie', 'academie.code', 'membership.academie')
    .select([
      'membership.role',
      'membership.school',
      'school.name as schoolName',
      'academie.name as academie',
      'membership.created_at as since',
    ])
    .where('membership.person_id', '=', personId)
    .orderBy('membership.id')
    .execute();
}

async function readSurveyRefusal(trx: Trx, personId: string): Promise<Date | null> {
  const row = await trx
    .selectFrom('survey_refusal')
    .select('refused_at')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.refused_at ?? null;
}

async function readMailWish(trx: Trx, personId: string): Promise<PersonalData['mails']['wish']> {
  const row = await trx
    .selectFrom('mail_wish')
    .select(['rhythm', 'weekday', 'plans', 'chosen_at as chosenAt'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ?? null;
}

async function readPath(trx: Trx, personId: string): Promise<PersonalData['path']> {
  const row = await trx
    .selectFrom('path_arrangement')
    .select(['placed', 'hidden'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ?? null;
}

async function readAbility(trx: Trx, personId: string): Promise<PersonalData['ability']> {
  const row = await trx
    .selectFrom('person_ability')
    .select(['state', 'answers', 'as_of as asOf'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ? { ...unpackState(row.state), answers: row.answers, asOf: row.asOf } : null;
}

async function readEvaluations(trx: Trx, personId: string): Promise<Evaluation[]> {
  const evaluations = await trx
    .selectFrom('evaluation')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('number')
    .execute();
  const served = await trx
    .selectFrom('served_question as s')
    .innerJoin('evaluation as e', 'e.id', 's.evaluation_id')
    .innerJoin('question_version as v', (join) =>
      join.onRef('v.question_id', '=', 's.question_id').onRef('v.version', '=', 's.question_version'),
    )
    .leftJoin('answer as a', (join) =>
      join.onRef('a.evaluation_id', '=', 's.evaluation_id').onRef('a.position', '=', 's.position'),
    )
    .where('e.person_id', '=', personId)
    .select([
      's.evaluation_id',
      's.position',
      's.question_id',
      's.question_version',
      's.parameters',
      's.served_at',
      'v.competence',
      'v.body',
      'v.case_body',
      'a.response',
      'a.credit',
      'a.answered_at',
    ])
    .orderBy('s.position')
    .execute();
  return evaluations.map((row) => ({
    id: row.id,
    number: row.number,
    occasion: row.occasion,
    kind: row.kind,
    competence: row.competence,
    profession: row.profession,
    status: row.status,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    before: unpackState(row.state_before),
    after: row.state_after && unpackState(row.state_after),
    questions: served
      .filter(({ evaluation_id }) => evaluation_id === row.id)
      .map(
        (question): ServedQuestion => ({
          position: question.position,
          questionId: row.status === 'open' ? null : question.question_id,
          version: question.question_version,
          competence: question.competence,
          body: question.body,
          caseBody: question.case_body,
          parameters: row.status === 'open' ? null : question.parameters,
          servedAt: question.served_at,
          answer:
            question.response === null || question.credit === null || question.answered_at === null
              ? null
              : {
                  response: question.response as Response,
                  credit: row.status === 'open' ? null : question.credit,
                  at: question.answered_at,
                },
        }),
      ),
  }));
}

async function readAudit(trx: Trx, auditActor: string): Promise<PersonalData['audit']> {
  const rows = await trx
    .selectFrom('audit_event')
    .select(['at', 'action', 'subject', 'actor'])
    .where((where) =>
      where.or([where('actor', '=', auditActor), where('subject', 'like', `%${auditActor}%`)]),
    )
    .orderBy('id')
    .execute();
  return rows.map(({ actor, ...line }) => ({ ...line, by: actor === auditActor ? 'person' : 'other' }));
}

const ERASED_REPORT = '[texte effacé avec le compte de son auteur ou autrice]';

/**
 * Erases the person: everything that hangs on them goes with the account. Two things stay, linked to nobody: the log
 * under its number, and the fact that a question was reported, without its text.
 */
export async function erasePerson(db: Db, viewer: Viewer, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .updateTable('question_report')
      .set({ person_id: null })
      .set(sql`message`, ERASED_REPORT)
      .where('person_id', '=', viewer.personId)
      .execute();
    const erased = await trx
      .deleteFrom('person')
      .where('id', '=', viewer.personId)
      .returning('email')
      .executeTakeFirst();
    if (!erased) return;
    if (erased.email !== null) {
      await trx.deleteFrom('plan_companion').where('email', '=', erased.email).execute();
      await trx.deleteFrom('case_study_reader').where('email', '=', erased.email).execute();
      await trx.deleteFrom('peer_confirmation').where('email', '=', erased.email).execute();
      await trx.deleteFrom('sign_in_code').where('email', '=', erased.email).execute();
      await trx.deleteFrom('demonstration_mail').where('recipient', '=', erased.email).execute();
    }
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'account-erased', subject: 'account' });
  });
}
