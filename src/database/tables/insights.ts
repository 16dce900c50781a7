import type { ColumnType, Generated } from 'kysely';

type Created<T> = ColumnType<T, T, never>;

/** The counts the indicators are read from; the database keeps them (migration 20261129_0430). */
export type InsightTables = {
  indicator_cell: {
    id: Generated<number>;
    scope: string;
    school_year: number;
    level: string;
    age_band: string;
    kind: string;
  };
  indicator_count: {
    cell: number;
    measure: string;
    n: number;
    erased: ColumnType<number, number | undefined, number>;
  };
  /** What a member of staff feels able to do, before and after. */
  staff_questionnaire: {
    person_id: Created<string>;
    instrument: Created<string>;
    version: Created<number>;
    school: Created<string | null>;
    academie: Created<string>;
    school_year: Created<number>;
    before_answers: Created<number[]>;
    before_at: Created<Date>;
    after_answers: number[] | null;
    after_at: Date | null;
  };
  comparison_figure: {
    academie: Created<string>;
    school_year: Created<number>;
    enrolled: number;
    left_without_solution: number;
    source: string;
    licence: string;
    entered_by: string | null;
    entered_at: Date;
  };
};
