import type { ColumnType, Generated } from 'kysely';

type Created<T> = ColumnType<T, T, never>;

export type ProposalStatus = 'draft' | 'waiting' | 'changes' | 'declined' | 'published' | 'withdrawn';

/** Ideas of actions, as they are found, adapted and proposed. */
export type IdeaTables = {
  action_document: { id: string; title: string; summary: string; details: string; words: Generated<string> };
  action_proposal: {
    id: Created<string>;
    author: string | null;
    school: Created<string>;
    academie: Created<string>;
    status: ProposalStatus;
    title: string;
    summary: string;
    details: string;
    partners: string;
    observed: string;
    levels: string[];
    field: 'prévention' | 'intervention' | 'remédiation' | null;
    themes: string[];
    made_at: Created<Date>;
    changed_at: Date;
    sent_at: Date | null;
    reviewer: string | null;
    reviewed_at: Date | null;
    message: string | null;
    words: Generated<string>;
  };
  action_adaptation: {
    id: Created<string>;
    person_id: Created<string>;
    school: string | null;
    shown: boolean;
    action: Created<string>;
    title: string;
    kept: string;
    changed: string;
    with_whom: string;
    first_step: string;
    /** YYYY-MM-DD */
    first_day: string | null;
    made_at: Created<Date>;
    changed_at: Date;
  };
};
