import type { ColumnType, JSONColumnType } from 'kysely';

type Created<T> = ColumnType<T, T, never>;
type Mark = 'full' | 'partly' | 'missing';
type Marks = Readonly<Record<string, Mark>>;

/** Case studies of the second épreuve of the CPLDS. */
export type CaseStudyTables = {
  case_study: {
    id: Created<string>;
    person_id: Created<string>;
    dossier_id: Created<string>;
    dossier_version: Created<number>;
    manner: Created<'screen' | 'paper'>;
    said_minutes: ColumnType<number | null, number | undefined, number>;
    started_at: Created<Date>;
    finished_at: ColumnType<Date | null, never, Date>;
    diagnosis: ColumnType<string, never, string>;
    proposals: ColumnType<string, never, string>;
    revision: ColumnType<number, never, number>;
    saved_at: ColumnType<Date | null, never, Date>;
    hour_diagnosis: ColumnType<string | null, never, string>;
    hour_proposals: ColumnType<string | null, never, string>;
    marks: ColumnType<Marks, never, string>;
    marked_at: ColumnType<Date | null, never, Date>;
  };
  case_study_pause: {
    case_study_id: Created<string>;
    number: Created<number>;
    from_at: Created<Date>;
    until_at: ColumnType<Date | null, never, Date>;
  };
  case_study_reply: {
    case_study_id: Created<string>;
    question: Created<number>;
    reply: string;
    written_at: Date;
  };
  case_study_reader: {
    id: Created<string>;
    case_study_id: Created<string>;
    email: Created<string>;
    asked_at: Created<Date>;
    opened_at: Date | null;
    declined_at: Date | null;
    marks: JSONColumnType<Marks | null, never, string | null>;
    word: string | null;
    read_at: Date | null;
  };
};
