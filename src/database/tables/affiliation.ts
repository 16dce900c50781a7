import type { ColumnType, Generated } from 'kysely';

type Created<T> = ColumnType<T, T, never>;

export type Role = 'agent' | 'referent' | 'direction' | 'formateur' | 'academie' | 'national';

/** Schools, and who works in them as what. */
export type AffiliationTables = {
  academie: { code: string; name: string };
  school: {
    uai: string;
    name: string;
    kind: string;
    city: string;
    academie: string;
    search_text: string;
    sector: 'public' | 'prive' | null;
    postcode: string | null;
    in_directory: Generated<boolean>;
    /** YYYY-MM-DD */
    closed_on: string | null;
    corrected_at: Date | null;
  };
  membership: {
    id: Generated<number>;
    person_id: Created<string>;
    role: Role;
    school: string | null;
    academie: string | null;
    created_at: Created<Date>;
    confirmed_at: Date | null;
    confirmed_how: 'invitation' | 'direction' | 'academie' | 'national' | null;
    /** An address of the académie the person showed they read. */
    work_email: string | null;
  };
  school_invitation: {
    id: Created<string>;
    token_hash: Created<Buffer>;
    school: Created<string>;
    role: Created<'agent' | 'referent'>;
    email: Created<string>;
    made_by: Created<string>;
    made_at: Created<Date>;
    expires_at: Created<Date>;
    used_at: ColumnType<Date | null, never, Date>;
    used_by: ColumnType<string | null, never, string>;
  };
};
