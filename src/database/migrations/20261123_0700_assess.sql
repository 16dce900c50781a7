-- People, where they work, how they sign in; what they were asked, what they answered, what it tells.

create table academie (
  code text primary key check (code ~ '^[0-9]{2}$'),
  name text not null unique
);

create table school (
  uai text primary key check (uai ~ '^[0-9]{7}[A-Z]$'),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('ecole', 'college', 'lycee', 'lycee-professionnel', 'lycee-polyvalent', 'erea', 'autre')),
  city text not null check (length(city) between 1 and 100),
  academie text not null references academie,
  -- name and city without accents or capitals, for the search
  search_text text not null
);

create table person (
  id uuid primary key,
  -- stands for the person in the audit log: once the account is erased, nothing links the log to anybody
  audit_actor uuid not null unique,
  email text unique check (email = lower(email) and length(email) between 3 and 320),
  display_name text not null check (length(display_name) between 1 and 100),
  profession text check (length(profession) between 1 and 40),
  -- the first visit is over: métier, school and information notice are done
  welcomed_at timestamptz,
  notice_version text,
  demonstration boolean not null default false,
  created_at timestamptz not null
);

create table membership (
  id bigint generated always as identity primary key,
  person_id uuid not null references person on delete cascade,
  role text not null check (role in ('agent', 'referent', 'direction', 'formateur', 'academie', 'national')),
  school text references school,
  academie text references academie,
  created_at timestamptz not null,
  check (case
    when role in ('agent', 'referent', 'direction') then school is not null and academie is null
    when role in ('formateur', 'academie') then school is null and academie is not null
    else school is null and academie is null
  end),
  unique nulls not distinct (person_id, role, school, academie)
);
create index membership_school on membership (school);

create table session (
  token_hash bytea primary key check (length(token_hash) = 32),
  person_id uuid not null references person on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null
);
create index session_person on session (person_id);

create table sign_in_code (
  id uuid primary key,
  email text not null,
  code_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  attempts smallint not null default 0 check (attempts between 0 and 5),
  used_at timestamptz
);
create index sign_in_code_email on sign_in_code (email, created_at);

-- Attempts by account and by address, per window of time.
create table rate_limit (
  bucket text not null check (length(bucket) <= 200),
  window_start timestamptz not null,
  attempts integer not null check (attempts > 0),
  primary key (bucket, window_start)
);

-- Only in the demonstration: what would have been sent.
create table demonstration_mail (
  id bigint generated always as identity primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null
);

create table audit_event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor uuid,
  action text not null check (length(action) between 1 and 80),
  subject text not null check (length(subject) <= 200)
);
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end $$;
create trigger audit_event_append_only before update or delete or truncate on audit_event
  for each statement execute function audit_is_append_only();

-- Every version of every question ever offered; what was asked can always be shown again as it was.
create table question_version (
  question_id text not null check (length(question_id) <= 100),
  version integer not null check (version > 0),
  competence text not null check (competence ~ '^[1-9]\.[1-9]$'),
  body jsonb not null,
  case_body jsonb,
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (question_id, version)
);

-- What is known of a person, after the last answer or the last passing of time.
create table person_ability (
  person_id uuid primary key references person on delete cascade,
  mean double precision[] not null check (cardinality(mean) = 16),
  covariance double precision[] not null check (cardinality(covariance) = 256),
  answers integer not null check (answers >= 0),
  as_of timestamptz not null
);

create table evaluation (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  -- order among the person's evaluations, and the occasion it belongs to
  number integer not null check (number > 0),
  occasion integer not null check (occasion > 0),
  kind text not null check (kind in ('stage', 'depth')),
  competence text check (competence ~ '^[1-9]\.[1-9]$'),
  length smallint not null check (length between 1 and 40),
  seed bigint not null,
  profession text not null,
  status text not null default 'open' check (status in ('open', 'finished', 'stopped')),
  -- months since the previous state, for the drift applied before the first question
  drift_months double precision not null check (drift_months >= 0),
  parameter_version text not null,
  mean_before double precision[] not null check (cardinality(mean_before) = 16),
  covariance_before double precision[] not null check (cardinality(covariance_before) = 256),
  mean_after double precision[] check (cardinality(mean_after) = 16),
  covariance_after double precision[] check (cardinality(covariance_after) = 256),
  answers_after integer,
  started_at timestamptz not null,
  ended_at timestamptz,
  unique (person_id, number),
  check ((kind = 'depth') = (competence is not null)),
  check ((status = 'open') = (ended_at is null)),
  check ((status = 'open') = (mean_after is null) and (mean_after is null) = (covariance_after is null))
);
create unique index evaluation_one_open on evaluation (person_id) where status = 'open';

create table served_question (
  evaluation_id uuid not null references evaluation on delete cascade,
  position smallint not null check (position > 0),
  question_id text not null,
  question_version integer not null,
  -- the parameters in force when it was served: the answer is scored with them, whatever happens since
  parameters jsonb not null,
  served_at timestamptz not null,
  -- a question is served only once the one before it is answered: positions are contiguous
  previous_position smallint generated always as (nullif(position - 1, 0)) stored,
  primary key (evaluation_id, position),
  unique (evaluation_id, question_id),
  foreign key (question_id, question_version) references question_version
);
create index served_question_question on served_question (question_id, question_version);

create table answer (
  evaluation_id uuid not null,
  position smallint not null,
  response jsonb not null,
  credit smallint not null check (credit between 0 and 3),
  answered_at timestamptz not null,
  primary key (evaluation_id, position),
  foreign key (evaluation_id, position) references served_question on delete cascade
);
alter table served_question add foreign key (evaluation_id, previous_position) references answer (evaluation_id, position)
  deferrable initially deferred;

create table question_report (
  id uuid primary key,
  person_id uuid references person on delete set null,
  question_id text not null,
  question_version integer not null,
  message text not null check (length(message) between 1 and 1000),
  created_at timestamptz not null,
  foreign key (question_id, question_version) references question_version
);
