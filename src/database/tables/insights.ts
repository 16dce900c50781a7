import type { ColumnType, Generated } from 'kysely';

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
};
