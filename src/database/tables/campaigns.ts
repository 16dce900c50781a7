import type { ColumnType, JSONColumnType } from 'kysely';

type Created<T> = ColumnType<T, T, never>;

/** Groups proposed by a trainer or a head (migration 20261130_0500). Days are YYYY-MM-DD. */
export type CampaignTables = {
  campaign: {
    id: Created<string>;
    code: Created<string>;
    school: Created<string | null>;
    academie: Created<string | null>;
    proposed_by: Created<string | null>;
    title: string;
    opening: string;
    from_day: string;
    until_day: string;
    competences: string[];
    created_at: Created<Date>;
    archived_at: Date | null;
    reminded_at: Date | null;
  };
  campaign_step: {
    campaign_id: Created<string>;
    place: Created<number>;
    kind: Created<'stage' | 'module' | 'dialogue'>;
    content_id: Created<string>;
  };
  campaign_member: {
    campaign_id: Created<string>;
    person_id: Created<string>;
    joined_at: Date;
    left_at: Date | null;
    levels_at: Date | null;
    listed_at: Date | null;
    reminders_at: Date | null;
    link_id: Created<string>;
    link_key: Created<Buffer>;
  };
  group_mark: { person_id: Created<string>; mark: Created<string> };
  group_round: {
    id: Created<string>;
    campaign_id: Created<string>;
    made_at: Created<Date>;
    figures: JSONColumnType<object> | null;
  };
  group_round_part: { round_id: Created<string>; mark: Created<string>; answers: Created<number> };
  group_plan_line: {
    id: Created<string>;
    campaign_id: Created<string>;
    place: number;
    kind: Created<'stage' | 'module' | 'dialogue' | 'workshop' | 'council' | 'other'>;
    content_id: Created<string | null>;
    title: string;
    reason: string;
    from_day: string;
    until_day: string;
    owner: string;
  };
};
