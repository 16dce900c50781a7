-- A case study of the second épreuve of the CPLDS, under time. Private: nobody reads it but the person, and the colleagues
-- they name one by one.
create table case_study (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  dossier_id text not null check (dossier_id ~ '^ec-[a-z0-9-]{2,60}$'),
  dossier_version integer not null check (dossier_version > 0),
  -- On paper, the hour is said by the person; on screen, it is measured.
  manner text not null check (manner in ('screen', 'paper')),
  said_minutes smallint check (said_minutes between 1 and 600),
  started_at timestamptz not null,
  finished_at timestamptz check (finished_at >= started_at),
  diagnosis text not null default '' check (length(diagnosis) <= 12000),
  proposals text not null default '' check (length(proposals) <= 12000),
  -- Each save counts one, so that two windows do not overwrite each other unseen.
  revision integer not null default 0 check (revision >= 0),
  saved_at timestamptz,
  -- What was kept when the hour ended, once something else is written after it.
  hour_diagnosis text check (length(hour_diagnosis) <= 12000),
  hour_proposals text check (length(hour_proposals) <= 12000),
  -- Criterion → full, partly, missing: one's own reading.
  marks jsonb not null default '{}' check (jsonb_typeof(marks) = 'object'),
  marked_at timestamptz,
  check ((hour_diagnosis is null) = (hour_proposals is null)),
  check (manner = 'screen' or hour_diagnosis is null),
  check ((manner = 'paper') = (said_minutes is not null) or finished_at is null)
);
create index case_study_person on case_study (person_id);
-- One hour at a time.
create unique index case_study_open on case_study (person_id) where finished_at is null;

create table case_study_pause (
  case_study_id uuid not null references case_study (id) on delete cascade,
  number smallint not null check (number between 1 and 200),
  from_at timestamptz not null,
  until_at timestamptz check (until_at >= from_at),
  primary key (case_study_id, number)
);
create unique index case_study_pause_open on case_study_pause (case_study_id) where until_at is null;

-- What one would answer to the jury, question by question.
create table case_study_reply (
  case_study_id uuid not null references case_study (id) on delete cascade,
  question smallint not null check (question between 1 and 8),
  reply text not null check (length(reply) <= 2000),
  written_at timestamptz not null,
  primary key (case_study_id, question)
);

-- A colleague asked to read: they see this text and nothing else, until it is withdrawn or declined.
create table case_study_reader (
  id uuid primary key,
  case_study_id uuid not null references case_study (id) on delete cascade,
  email text not null check (length(email) <= 254),
  asked_at timestamptz not null,
  opened_at timestamptz,
  declined_at timestamptz,
  marks jsonb check (jsonb_typeof(marks) = 'object'),
  word text check (length(word) between 1 and 2000),
  read_at timestamptz,
  unique (case_study_id, email),
  check ((marks is null) = (read_at is null)),
  check (word is null or marks is not null)
);
create index case_study_reader_email on case_study_reader (email);
