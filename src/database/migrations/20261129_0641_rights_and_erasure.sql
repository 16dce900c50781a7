-- Whoever has only the code of a follow-up, the pupil or the family, opens what is kept with a secret printed on the slip of
-- information. It serves once, and opens for half an hour.
create table access_secret (
  follow_up_id uuid primary key references follow_up (id) on delete cascade,
  secret_hash bytea unique check (length(secret_hash) = 32),
  created_by uuid references person (id) on delete set null,
  created_at timestamptz not null,
  session_hash bytea unique check (length(session_hash) = 32),
  session_until timestamptz,
  check ((session_hash is null) = (session_until is null))
);

-- What they ask for, from closed lists.
create table data_request (
  id uuid primary key,
  follow_up_id uuid not null references follow_up (id) on delete cascade,
  kind text not null check (kind in ('opposition', 'correction')),
  asked_by text not null check (asked_by in ('pupil', 'family')),
  about text[] not null default '{}' check (cardinality(about) <= 10),
  asked_on date not null,
  answered_on date,
  answered_by uuid references person (id) on delete set null
);
create index data_request_follow_up on data_request (follow_up_id);

-- How many files were erased, a school and a day a line: nothing of whose they were.
create table erasure_report (
  school text not null references school (uai),
  on_day date not null,
  erased integer not null check (erased > 0),
  primary key (school, on_day)
);
