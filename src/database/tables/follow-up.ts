import type { ColumnType, Generated } from 'kysely';

type Created<T> = ColumnType<T, T, never>;
/** YYYY-MM-DD */
type Day = string;

export type MilestoneKind =
  | 'spotted'
  | 'contacted'
  | 'interviewed'
  | 'agreed'
  | 'engaged'
  | 'completed'
  | 'exit'
  | 'six-months'
  | 'twelve-months';
export type Situation = 'education' | 'training' | 'job' | 'no-solution' | 'unknown';

/** What a school team keeps of the young people it follows. */
export type FollowUpTables = {
  follow_up_gate: {
    school: string;
    controller: string;
    legal_basis: string;
    impact_assessment: string;
    officer_opinion: string;
    hosting: string;
    retention: string;
    recorded_by: string | null;
    recorded_at: Date;
  };
  follow_up_mail: {
    person_id: Created<string>;
    wanted: boolean;
    link_id: Created<string>;
    link_key: Created<Buffer>;
    changed_at: Date;
  };
  gpds_chair: {
    id: Created<string>;
    school: Created<string>;
    person_id: Created<string>;
    from_day: Created<Day>;
    ended_at: Date | null;
    recorded_by: string | null;
  };
  follow_up: {
    id: Created<string>;
    school: string;
    code: Created<string>;
    level: string;
    age_band: 'under-16' | '16-17' | '18-plus';
    school_year: Created<number>;
    opened_on: Created<Day>;
    opened_by: string | null;
    lead: string | null;
    informed_on: Day | null;
    opposed_on: Day | null;
    /** Meetings of the schools before that talked about it; two stand for more. */
    discussed_before: Generated<number>;
    closed_on: Day | null;
    close_reason:
      | 'objective-reached'
      | 'left-school'
      | 'transferred'
      | 'opposition'
      | 'no-longer-needed'
      | 'lost-sight'
      | null;
    purge_on: Day | null;
    continued: ColumnType<boolean, boolean | undefined, boolean>;
    fictitious: ColumnType<boolean, boolean | undefined, never>;
  };
  circle_member: {
    id: Created<string>;
    follow_up_id: Created<string>;
    person_id: Created<string>;
    role: 'member' | 'observer' | 'tutor' | 'guest';
    from_day: Created<Day>;
    until_day: Day;
    ended_at: Date | null;
    granted_by: string | null;
  };
  follow_up_reading: {
    id: Created<string>;
    follow_up_id: Created<string>;
    person_id: string | null;
    access: Created<'referent' | 'chair' | 'member' | 'observer' | 'tutor' | 'guest'>;
    on_day: Created<Day>;
    last_at: Date;
  };
  milestone: {
    follow_up_id: Created<string>;
    kind: Created<MilestoneKind>;
    on_day: Day;
    situation: Situation | null;
    recorded_by: string | null;
    recorded_at: Date;
  };
  watched_signal: {
    follow_up_id: Created<string>;
    signal: Created<string>;
    place: number | null;
    chosen_on: Day;
    dropped_on: Day | null;
    chosen_by: string | null;
  };
  signal_rating: {
    id: Created<string>;
    follow_up_id: Created<string>;
    signal: Created<string>;
    rater: string | null;
    level: number;
    observed_on: Created<Day>;
    source: ColumnType<'observed' | 'imported', 'observed' | 'imported' | undefined, 'observed' | 'imported'>;
    recorded_at: Date;
  };
  alert: {
    id: Created<string>;
    school: Created<string>;
    number: Created<number>;
    author: string | null;
    follow_up_id: string | null;
    signals: Created<string[]>;
    /** As the author typed it; nobody told them whether it is one. */
    code: Created<string | null>;
    level: Created<string | null>;
    word: Created<string | null>;
    observed_on: Created<Day>;
    created_at: Created<Date>;
    read_at: Date | null;
    outcome: 'opened' | 'already-followed' | 'watch' | 'handed-over' | 'no-need' | null;
    advice: ColumnType<string[], string[] | undefined, string[]>;
    decided_at: Date | null;
  };
  relay_request: {
    id: Created<string>;
    school: Created<string>;
    follow_up_id: Created<string | null>;
    requested_on: Created<Day>;
  };
  gpds_meeting: {
    id: Created<string>;
    school: Created<string>;
    held_on: Day;
    begun_at: Date | null;
    closed_at: Date | null;
    prepared_by: string | null;
    prepared_at: Created<Date>;
    /** null: begun before this was noted. */
    prepared_seconds: Created<number | null | undefined>;
    touched_at: Created<Date | null | undefined>;
  };
  gpds_item: {
    meeting_id: Created<string>;
    follow_up_id: Created<string>;
    place: number;
    levers: ColumnType<string[], string[] | undefined, string[]>;
    discussed_at: Date | null;
  };
  gpds_decision: {
    id: Created<string>;
    follow_up_id: Created<string>;
    meeting_id: string | null;
    kind: string;
    act: string;
    who: string;
    person_id: string | null;
    due: Day;
    decided_on: Day;
    outcome: 'done' | 'partly' | 'not-done' | 'dropped' | null;
    ended_on: Day | null;
    recorded_by: string | null;
  };
  interview: {
    id: Created<string>;
    follow_up_id: Created<string>;
    with_whom: 'pupil' | 'family' | 'pupil-and-family';
    held_on: Day;
    goal: string;
    next_on: Day | null;
    recorded_by: string | null;
    recorded_at: Date;
  };
  support: {
    id: Created<string>;
    follow_up_id: Created<string>;
    kind: string;
    planned_from: Day;
    planned_until: Day;
    /** Hours, with one decimal. */
    planned_hours: ColumnType<string | null, number | null, number | null>;
    started_on: Day | null;
    ended_on: Day | null;
    stop_reason: string | null;
    tutor: string | null;
    recorded_by: string | null;
    recorded_at: Date;
  };
  support_session: {
    id: Created<string>;
    support_id: Created<string>;
    on_day: Day;
    hours: ColumnType<string, number, number>;
    recorded_by: string | null;
  };
  procedure_check: {
    support_id: Created<string>;
    item: Created<string>;
    checked_on: Day;
    checked_by: string | null;
  };
  transfer: {
    id: Created<string>;
    follow_up_id: Created<string>;
    code_hash: Created<Buffer>;
    created_by: string | null;
    created_at: Created<Date>;
    expires_at: Created<Date>;
    with_texts: Created<boolean>;
    cancelled_at: Date | null;
    to_school: string | null;
    accepted_at: Date | null;
  };
  young_questionnaire: {
    id: Created<string>;
    follow_up_id: Created<string>;
    instrument: Created<string>;
    occasion: Created<'before' | 'after' | 'six-months'>;
    code_hash: Buffer;
    created_by: string | null;
    created_at: Created<Date>;
    expires_at: Date;
    version: ColumnType<number, number | undefined, number>;
    draft: (number | null)[] | null;
    session_hash: Buffer | null;
    session_until: Date | null;
    answers: number[] | null;
    answered_at: Date | null;
  };
  access_secret: {
    follow_up_id: Created<string>;
    secret_hash: Buffer | null;
    created_by: string | null;
    created_at: Date;
    session_hash: Buffer | null;
    session_until: Date | null;
  };
  data_request: {
    id: Created<string>;
    follow_up_id: Created<string>;
    kind: Created<'opposition' | 'correction' | 'readings'>;
    asked_by: Created<'pupil' | 'family'>;
    about: ColumnType<string[], string[] | undefined, never>;
    asked_on: Created<Day>;
    answered_on: Day | null;
    answered_by: string | null;
  };
  erasure_report: {
    school: Created<string>;
    on_day: Created<Day>;
    erased: number;
  };
  school_figure: {
    school: Created<string>;
    school_year: Created<number>;
    enrolled: number;
    left_without_solution: number | null;
    half_days_due: number | null;
    half_days_missed: number | null;
    finished_third: number | null;
    continued_after_third: number | null;
    source: string;
    entered_by: string | null;
    entered_at: Date;
  };
};
