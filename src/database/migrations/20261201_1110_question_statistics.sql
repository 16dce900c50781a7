-- What answers say of each question, counted at night; nobody's answer is in it.
create table question_statistic (
  question_id text primary key check (length(question_id) <= 100),
  version integer not null check (version > 0),
  computed_at timestamptz not null,
  asked bigint not null check (asked >= 0),
  answered bigint not null check (answered between 0 and asked),
  series bigint not null check (series >= 0),
  figures jsonb not null,
  foreign key (question_id, version) references question_version (question_id, version)
);
