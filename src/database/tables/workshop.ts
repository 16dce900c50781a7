import type { ColumnType, Generated } from 'kysely';

type Created<T> = ColumnType<T, T, never>;
/** Written as JSON text, read as what it holds; whoever reads it says what that is. */
type Json = ColumnType<object, string, string>;
type JsonOrNull = ColumnType<object | null, string | null | undefined, string | null>;

export type WorkshopTables = {
  workshop: {
    id: Created<string>;
    person_id: Created<string>;
    kind: Created<'case' | 'dialogue'>;
    content_id: Created<string>;
    content_version: Created<number>;
    title: Created<string>;
    label: string;
    code: string | null;
    shows_votes: boolean;
    stage: Generated<'welcome' | 'reading' | 'rounds' | 'commitments' | 'ended'>;
    version: Generated<number>;
    opened_at: Created<Date>;
    begun_at: Date | null;
    changed_at: Date;
    ended_at: Date | null;
    participants: number | null;
  };
  workshop_participant: {
    id: Created<string>;
    workshop_id: Created<string>;
    secret_hash: Created<Buffer>;
    profession: string;
    joined_at: Created<Date>;
  };
  workshop_round: {
    workshop_id: Created<string>;
    number: Created<number>;
    body: Json;
    opened_at: Created<Date>;
    closed_at: Date | null;
    revealed_at: Date | null;
    followed: string | null;
    after: JsonOrNull;
    shown: JsonOrNull;
    shown_moves: Generated<number>;
    tally: JsonOrNull;
  };
  workshop_vote: {
    workshop_id: Created<string>;
    round: Created<number>;
    participant_id: Created<string>;
    choices: string[];
    revision: Generated<number>;
    cast_at: Date;
  };
  workshop_commitment: {
    id: Created<string>;
    workshop_id: Created<string>;
    participant_id: string | null;
    text: Created<string>;
    status: 'proposed' | 'accepted' | 'refused';
    proposed_at: Created<Date>;
  };
};
