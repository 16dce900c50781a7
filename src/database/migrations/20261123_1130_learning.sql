-- Learning: how far a person is in a module, what they practised, and the plans they made. All of it leaves with the person.
create table module_progress (
  person_id uuid not null references person on delete cascade,
  module_id text not null check (length(module_id) between 1 and 100),
  competence text not null check (competence ~ '^[1-9]\.[1-9]$'),
  -- the furthest step reached, from 1: a section, or an exercise
  step smallint not null check (step between 1 and 40),
  begun_at timestamptz not null,
  finished_at timestamptz,
  primary key (person_id, module_id)
);

create table practice_try (
  person_id uuid not null,
  module_id text not null,
  module_version integer not null check (module_version > 0),
  exercise text not null check (length(exercise) between 1 and 20),
  -- a second try follows a wrong first one
  number smallint not null check (number in (1, 2)),
  option text not null check (length(option) between 1 and 5),
  correct boolean not null,
  tried_at timestamptz not null,
  primary key (person_id, module_id, module_version, exercise, number),
  foreign key (person_id, module_id) references module_progress on delete cascade
);

create table plan (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  module_id text check (length(module_id) between 1 and 100),
  situation text not null check (length(situation) between 1 and 300),
  act text not null check (length(act) between 1 and 300),
  help text not null check (length(help) <= 300),
  due date not null,
  made_at timestamptz not null,
  outcome text check (outcome in ('done', 'partly', 'not-yet')),
  what_happened text check (length(what_happened) <= 1000),
  looked_back_at timestamptz,
  check ((outcome is null) = (looked_back_at is null)),
  check ((outcome is null) = (what_happened is null))
);
create index plan_person on plan (person_id, due);
-- Sent twice, a plan is made once.
create unique index plan_waiting on plan (person_id, due, md5(situation), md5(act)) where outcome is null;

-- Competences of the modules finished since the state before a series: what was believed of them is widened once.
alter table evaluation add column learnt text[] not null default '{}';
