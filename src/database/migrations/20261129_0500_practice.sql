-- Practice: that somebody rehearsed a decision of a GPDS, and the day. Neither their choices nor the pupil they had in
-- mind. One row a day at most: sent twice, it was done once.
create table rehearsal_done (
  person_id uuid not null references person on delete cascade,
  decision_id text not null check (length(decision_id) between 1 and 100),
  decision_version integer not null check (decision_version > 0),
  done_on date not null,
  primary key (person_id, decision_id, done_on)
);

-- How a person keeps what is proposed to them: what they put first, in their order, and what they hid, the latest last.
create table path_arrangement (
  person_id uuid primary key references person on delete cascade,
  placed text[] not null default '{}' check (cardinality(placed) <= 200),
  hidden text[] not null default '{}' check (cardinality(hidden) <= 200)
);
