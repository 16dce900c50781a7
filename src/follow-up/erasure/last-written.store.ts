import { sql } from 'kysely';

/** The last day anything was written in a file, from the tables that hang on it. Reading it is no writing. */
export const lastWrittenOn = sql<string>`greatest(
  follow_up.opened_on,
  (select max(recorded_at)::date from milestone where follow_up_id = follow_up.id),
  (select max(recorded_at)::date from signal_rating where follow_up_id = follow_up.id),
  (select max(recorded_at)::date from interview where follow_up_id = follow_up.id),
  (select max(greatest(recorded_at::date, started_on, ended_on)) from support where follow_up_id = follow_up.id),
  (select max(d.on_day) from support_session d join support s on s.id = d.support_id where s.follow_up_id = follow_up.id),
  (select max(greatest(decided_on, ended_on)) from gpds_decision where follow_up_id = follow_up.id),
  (select max(discussed_at)::date from gpds_item where follow_up_id = follow_up.id),
  (select max(created_at)::date from young_questionnaire where follow_up_id = follow_up.id)
)`;
