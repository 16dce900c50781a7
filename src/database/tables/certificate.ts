import type { ColumnType } from 'kysely';

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
};
