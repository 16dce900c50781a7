import type { ColumnType, JSONColumnType } from 'kysely';

type Created<T> = ColumnType<T, T, never>;

/** What anybody may check without an account. */
export type CredentialTables = {
  withdrawn_attestation: { code: Created<string>; withdrawn_at: Created<Date> };
  badge_key: {
    thumbprint: Created<string>;
    public_key: JSONColumnType<object, string, never>;
    private_key: JSONColumnType<object | null, string | null, never>;
    made_at: Created<Date>;
  };
  badge_status: {
    place: Created<number>;
    badge_id: Created<string>;
    revoked_at: ColumnType<Date | null, never, Date>;
  };
  badge: {
    id: Created<string>;
    place: Created<number>;
    person_id: Created<string>;
    achievement: Created<string>;
    confirmation_id: Created<string | null>;
    token: Created<string>;
    made_at: Created<Date>;
  };
};
