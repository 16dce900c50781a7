import type { ColumnType, JSONColumnType } from 'kysely';

type Created<T> = ColumnType<T, T, never>;

/** What a school says of its own policy. */
export type SelfDiagnosisTables = {
  self_diagnosis: {
    id: Created<string>;
    school: Created<string>;
    school_year: Created<number>;
    policy_version: Created<number>;
    opened_at: Created<Date>;
    closed_at: Date | null;
  };
  self_diagnosis_draft: {
    diagnosis_id: Created<string>;
    person_id: Created<string>;
    answers: JSONColumnType<Record<string, number | 'unknown'>>;
    changed_at: Date;
  };
  /** Belongs to nobody, and has no day. */
  self_diagnosis_sheet: {
    id: Created<string>;
    diagnosis_id: Created<string>;
    work: Created<'class' | 'around' | null>;
    answers: JSONColumnType<Record<string, number | 'unknown'>>;
  };
  self_diagnosis_participant: { diagnosis_id: Created<string>; person_id: Created<string> };
  self_diagnosis_priority: {
    diagnosis_id: Created<string>;
    rank: Created<number>;
    statement: string;
    actions: string[];
    what: string;
    who: string;
    /** YYYY-MM-DD */
    due: string;
    sign: string;
    changed_at: Date;
  };
};
