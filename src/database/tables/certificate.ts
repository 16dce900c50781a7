import type { ColumnType, JSONColumnType } from 'kysely';

type Created<T> = ColumnType<T, T, never>;

export type PieceKind = 'plan' | 'module' | 'dialogue' | 'observation' | 'session' | 'case-study';

/** What a person keeps for the certificate, and what colleagues confirm. */
export type CertificateTables = {
  portfolio_piece: {
    person_id: Created<string>;
    kind: Created<PieceKind>;
    piece: Created<string>;
    competences: string[];
    epreuves: number[];
    note: string | null;
    attached_at: Date;
  };
  declared_hours: {
    person_id: Created<string>;
    common: number;
    chosen: number;
    practical: number;
    declared_at: Date;
  };
  peer_confirmation: {
    id: Created<string>;
    person_id: Created<string>;
    competence: Created<string>;
    /** YYYY-MM-DD */
    observed_on: Created<string>;
    occasion: Created<string>;
    level_asked: Created<4 | 5 | null>;
    email: Created<string>;
    asked_at: Created<Date>;
    peer_id: string | null;
    opened_at: Date | null;
    answer: 'confirmed' | 'declined' | 'withdrawn' | null;
    answered_at: Date | null;
    acts: ColumnType<string[], string[] | undefined, string[]>;
    level: 4 | 5 | null;
    word: string | null;
  };
  planned_session: {
    id: Created<string>;
    person_id: Created<string>;
    title: string;
    aim: string;
    level: string;
    young_people: number;
    steps: JSONColumnType<object>;
    adaptations: string;
    proofs: string;
    made_at: Created<Date>;
    changed_at: Date;
    /** YYYY-MM-DD */
    held_on: string | null;
    debrief: ColumnType<object | null, string | undefined, string>;
  };
};
