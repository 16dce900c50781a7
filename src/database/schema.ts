import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { AffiliationTables } from './tables/affiliation.ts';
import type { CampaignTables } from './tables/campaigns.ts';
import type { CaseStudyTables } from './tables/case-study.ts';
import type { CertificateTables } from './tables/certificate.ts';
import type { CredentialTables } from './tables/credentials.ts';
import type { FollowUpTables } from './tables/follow-up.ts';
import type { IdeaTables } from './tables/ideas.ts';
import type { InsightTables } from './tables/insights.ts';
import type { SelfDiagnosisTables } from './tables/self-diagnosis.ts';
import type { WorkshopTables } from './tables/workshop.ts';

type Created<T> = ColumnType<T, T, never>;

type Obstacle = 'forgotten' | 'no-occasion' | 'no-time' | 'unsure' | 'no-longer';

/** Each room’s tables are in a file of its own. */
type RoomTables = AffiliationTables &
  CampaignTables &
  CaseStudyTables &
  CertificateTables &
  CredentialTables &
  FollowUpTables &
  IdeaTables &
  InsightTables &
  SelfDiagnosisTables &
  WorkshopTables;

/** Those described beside this file. */
type DescribedApart = RoomTables & CampaignTables;

/** The tables as the migrations leave them; the invariants are written in `schema.sql`. */
export type Database = DescribedApart & {
  person: {
    id: Created<string>;
    audit_actor: Created<string>;
    email: string | null;
    display_name: string;
    profession: string | null;
    school_answered: Generated<boolean>;
    welcomed_at: Date | null;
    notice_version: string | null;
    demonstration: ColumnType<boolean, boolean | undefined, never>;
    /** Each answer is shown again before it is recorded. */
    rereads_answers: Generated<boolean>;
    created_at: Created<Date>;
  };
  session: {
    token_hash: Created<Buffer>;
    person_id: Created<string>;
    created_at: Created<Date>;
    last_seen_at: Date;
    provider: string | null;
    id_token: string | null;
    methods: Generated<string[]>;
    long: Generated<boolean>;
  };
  identity_link: {
    issuer: Created<string>;
    subject: Created<string>;
    person_id: Created<string>;
    created_at: Created<Date>;
    last_used_at: Date;
  };
  sign_in_code: {
    id: Created<string>;
    email: Created<string>;
    code_hash: Created<Buffer>;
    created_at: Created<Date>;
    expires_at: Created<Date>;
    attempts: Generated<number>;
    used_at: Date | null;
    for_person: ColumnType<string | null, string | null | undefined, never>;
  };
  rate_limit: { bucket: string; window_start: Date; attempts: number };
  demonstration_mail: {
    id: Generated<number>;
    recipient: string;
    subject: string;
    body: string;
    headers: ColumnType<object, string | undefined, never>;
    created_at: Created<Date>;
  };
  audit_event: {
    id: Generated<number>;
    at: Created<Date>;
    actor: string | null;
    action: string;
    subject: string;
  };
  question_version: {
    question_id: Created<string>;
    version: Created<number>;
    competence: string;
    body: JSONColumnType<object>;
    case_body: JSONColumnType<object | null>;
    created_at: Created<Date>;
    retired_at: Date | null;
  };
  person_ability: {
    person_id: Created<string>;
    /** As `packState` writes it; so are the two of a series. */
    state: Uint8Array;
    answers: number;
    as_of: Date;
  };
  evaluation: {
    id: Created<string>;
    person_id: Created<string>;
    number: Created<number>;
    occasion: Created<number>;
    kind: Created<'stage' | 'depth'>;
    competence: Created<string | null>;
    length: Created<number>;
    seed: Created<number>;
    profession: Created<string>;
    status: ColumnType<'open' | 'finished' | 'stopped', never, 'finished' | 'stopped'>;
    drift_months: Created<number>;
    parameter_version: Created<string>;
    stage: ColumnType<number, number | undefined, never>;
    excluded: ColumnType<string[], string[] | undefined, never>;
    learnt: ColumnType<string[], string[] | undefined, never>;
    state_before: Created<Uint8Array>;
    state_after: Uint8Array | null;
    answers_after: number | null;
    started_at: Created<Date>;
    ended_at: Date | null;
  };
  served_question: {
    evaluation_id: Created<string>;
    position: Created<number>;
    question_id: Created<string>;
    question_version: Created<number>;
    parameters: JSONColumnType<object>;
    served_at: Created<Date>;
  };
  answer: {
    evaluation_id: Created<string>;
    position: Created<number>;
    response: JSONColumnType<object>;
    credit: Created<number>;
    answered_at: Created<Date>;
    reread: ColumnType<boolean, boolean | undefined, never>;
  };
  question_statistic: {
    question_id: string;
    version: number;
    computed_at: Date;
    asked: number;
    answered: number;
    /** Series begun, in all. */
    series: number;
    figures: JSONColumnType<object>;
  };
  question_report: {
    id: Created<string>;
    person_id: string | null;
    question_id: Created<string>;
    question_version: Created<number>;
    message: Created<string>;
    created_at: Created<Date>;
  };
  module_progress: {
    person_id: Created<string>;
    module_id: Created<string>;
    competence: Created<string>;
    step: number;
    begun_at: Created<Date>;
    finished_at: Date | null;
  };
  practice_try: {
    person_id: Created<string>;
    module_id: Created<string>;
    module_version: Created<number>;
    exercise: Created<string>;
    number: Created<number>;
    option: Created<string>;
    correct: Created<boolean>;
    tried_at: Created<Date>;
  };
  dialogue_play: {
    id: Created<string>;
    person_id: Created<string>;
    dialogue_id: Created<string>;
    dialogue_version: number;
    path: number[];
    ending: string | null;
    begun_at: Created<Date>;
    ended_at: Date | null;
  };
  plan: {
    id: Created<string>;
    person_id: Created<string>;
    module_id: Created<string | null>;
    situation: Created<string>;
    act: Created<string>;
    help: Created<string>;
    /** YYYY-MM-DD */
    due: Created<string>;
    made_at: Created<Date>;
    outcome: 'done' | 'partly' | 'not-yet' | null;
    what_happened: string | null;
    obstacle: ColumnType<Obstacle | null, never, Obstacle | null>;
    looked_back_at: Date | null;
  };
  review_card: {
    person_id: Created<string>;
    module_id: Created<string>;
    card: Created<string>;
    due: Date;
    memory: JSONColumnType<object>;
    reviewed_at: Date | null;
  };
  rehearsal_done: {
    person_id: Created<string>;
    decision_id: Created<string>;
    decision_version: Created<number>;
    /** YYYY-MM-DD */
    done_on: Created<string>;
  };
  path_arrangement: { person_id: Created<string>; placed: string[]; hidden: string[] };
  mail_wish: {
    person_id: Created<string>;
    rhythm: 'never' | 'weekly' | 'twice-monthly' | 'monthly';
    weekday: number;
    plans: boolean;
    /** YYYY-MM-DD */
    considered_on: string;
    link_id: Created<string>;
    link_key: Created<Buffer>;
    chosen_at: Date;
  };
  notice: {
    id: Created<string>;
    person_id: Created<string>;
    kind: Created<'reminder' | 'plan-due' | 'companion-asked' | 'companion-wrote' | 'group' | 'follow-up'>;
    plan_id: Created<string | null>;
    campaign_id: ColumnType<string | null, string | undefined, never>;
    /** YYYY-MM-DD */
    day: Created<string>;
    made_at: Created<Date>;
    tries: Generated<number>;
    next_try_at: Date;
    sent_at: ColumnType<Date | null, never, Date>;
  };
  plan_companion: {
    plan_id: Created<string>;
    email: Created<string>;
    outcome_shown: Created<boolean>;
    asked_at: Created<Date>;
    opened_at: Date | null;
    declined_at: Date | null;
    word: string | null;
    word_at: Date | null;
  };
  attestation: {
    code: Created<string>;
    person_id: Created<string>;
    initials: Created<string>;
    first_day: Created<string>;
    last_day: Created<string>;
    minutes: Created<number>;
    finished: JSONColumnType<object>;
    made_at: Created<Date>;
  };
  survey_occasion: {
    person_id: Created<string>;
    instrument: Created<string>;
    occasion: Created<string>;
    outcome: Created<'answered' | 'passed'>;
  };
  survey_refusal: { person_id: Created<string>; refused_at: Created<Date> };
  survey_answer: {
    id: Created<string>;
    instrument: Created<string>;
    version: Created<number>;
    occasion: Created<string>;
    /** The first day of a month. */
    month: Created<string>;
    answers: JSONColumnType<object>;
  };
};
