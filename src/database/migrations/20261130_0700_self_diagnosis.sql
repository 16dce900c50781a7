-- A school looks at its own policy, once a school year. What somebody answers is theirs while they answer (draft); once
-- sent it is a sheet that belongs to nobody, and only that they sent one is kept.
create table self_diagnosis (
  id uuid primary key,
  school text not null references school,
  school_year smallint not null check (school_year between 2000 and 2100),
  policy_version smallint not null check (policy_version > 0),
  opened_at timestamptz not null,
  closed_at timestamptz check (closed_at >= opened_at),
  unique (school, school_year)
);

create table self_diagnosis_draft (
  diagnosis_id uuid not null references self_diagnosis on delete cascade,
  person_id uuid not null references person on delete cascade,
  -- from a statement (r01…) to 0, 1, 2, 3 or « unknown »
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  changed_at timestamptz not null,
  primary key (diagnosis_id, person_id)
);
create index self_diagnosis_draft_person on self_diagnosis_draft (person_id);

-- Without a day: with one, the order of the sheets and that of the people who sent them would meet.
create table self_diagnosis_sheet (
  id uuid primary key,
  diagnosis_id uuid not null references self_diagnosis on delete cascade,
  work text check (work in ('class', 'around')),
  answers jsonb not null check (jsonb_typeof(answers) = 'object')
);
create index self_diagnosis_sheet_diagnosis on self_diagnosis_sheet (diagnosis_id);

create table self_diagnosis_participant (
  diagnosis_id uuid not null references self_diagnosis on delete cascade,
  person_id uuid not null references person on delete cascade,
  primary key (diagnosis_id, person_id)
);
create index self_diagnosis_participant_person on self_diagnosis_participant (person_id);

create table self_diagnosis_priority (
  diagnosis_id uuid not null references self_diagnosis on delete cascade,
  rank smallint not null check (rank between 1 and 3),
  statement text not null check (statement ~ '^r[0-9]{2}$'),
  actions text[] not null check (cardinality(actions) <= 5),
  what text not null check (length(what) between 1 and 300),
  -- a function, never a name
  who text not null check (length(who) between 1 and 100),
  due date not null,
  sign text not null check (length(sign) between 1 and 300),
  changed_at timestamptz not null,
  primary key (diagnosis_id, rank),
  unique (diagnosis_id, statement)
);
