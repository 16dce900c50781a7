-- The young people a school team follows. No name, birth date or national number is ever stored: a code stands for the
-- pupil, and the school alone keeps which code is whom.

-- A school follows nobody before it has recorded by what right.
create table follow_up_gate (
  school text primary key references school (uai),
  controller text not null check (length(controller) between 1 and 200),
  legal_basis text not null check (length(legal_basis) between 1 and 200),
  impact_assessment text not null check (length(impact_assessment) between 1 and 200),
  officer_opinion text not null check (length(officer_opinion) between 1 and 200),
  hosting text not null check (length(hosting) between 1 and 200),
  retention text not null check (length(retention) between 1 and 200),
  recorded_by uuid references person (id) on delete set null,
  recorded_at timestamptz not null
);

-- The head sees current situations only once designated as chair of the GPDS.
create table gpds_chair (
  id uuid primary key,
  school text not null references school (uai),
  person_id uuid not null references person (id) on delete cascade,
  from_day date not null,
  ended_at timestamptz,
  recorded_by uuid references person (id) on delete set null
);
create unique index gpds_chair_current on gpds_chair (school, person_id) where ended_at is null;

create table follow_up (
  id uuid primary key,
  school text not null references school (uai),
  code text not null unique check (code ~ '^[A-HJ-NP-Z2-9]{2}-[A-HJ-NP-Z2-9]{3}$'),
  level text not null check (level in
    ('ecole', '6e', '5e', '4e', '3e', '2de', '1re', 'terminale', 'cap-1', 'cap-2', '2de-pro', '1re-pro', 'terminale-pro', 'autre')),
  age_band text not null check (age_band in ('under-16', '16-17', '18-plus')),
  -- The year it begins in: 2026 is 2026-2027.
  school_year smallint not null check (school_year between 2000 and 2100),
  opened_on date not null,
  opened_by uuid references person (id) on delete set null,
  informed_on date,
  opposed_on date,
  closed_on date,
  close_reason text check (close_reason in ('objective-reached', 'left-school', 'transferred', 'opposition', 'no-longer-needed', 'lost-sight')),
  purge_on date,
  -- A pupil invented for the demonstration.
  fictitious boolean not null default false,
  check ((closed_on is null) = (close_reason is null)),
  check (closed_on >= opened_on),
  check (opposed_on is null or closed_on is not null)
);
create index follow_up_current on follow_up (school) where closed_on is null;
create index follow_up_purge on follow_up (purge_on) where purge_on is not null;

-- Who else may see one young person, and until when.
create table circle_member (
  id uuid primary key,
  follow_up_id uuid not null references follow_up (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  role text not null check (role in ('member', 'observer', 'tutor', 'guest')),
  from_day date not null,
  until_day date not null,
  ended_at timestamptz,
  granted_by uuid references person (id) on delete set null,
  check (until_day >= from_day and until_day <= from_day + 366)
);
create unique index circle_member_current on circle_member (follow_up_id, person_id) where ended_at is null;
create index circle_member_person on circle_member (person_id) where ended_at is null;

create table milestone (
  follow_up_id uuid not null references follow_up (id) on delete cascade,
  kind text not null check (kind in
    ('spotted', 'contacted', 'interviewed', 'agreed', 'engaged', 'completed', 'exit', 'six-months', 'twelve-months')),
  on_day date not null,
  situation text check (situation in ('education', 'training', 'job', 'no-solution', 'unknown')),
  recorded_by uuid references person (id) on delete set null,
  recorded_at timestamptz not null,
  primary key (follow_up_id, kind),
  check ((kind in ('exit', 'six-months', 'twelve-months')) = (situation is not null))
);

-- At most five signals are watched at a time: five places.
create table watched_signal (
  follow_up_id uuid not null references follow_up (id) on delete cascade,
  signal text not null check (signal ~ '^S(0[1-9]|1[0-4])$' and signal <> 'S12'),
  place smallint check (place between 1 and 5),
  chosen_on date not null,
  dropped_on date,
  chosen_by uuid references person (id) on delete set null,
  primary key (follow_up_id, signal),
  unique (follow_up_id, place),
  check ((place is null) = (dropped_on is not null))
);

create table signal_rating (
  id uuid primary key,
  follow_up_id uuid not null,
  signal text not null,
  rater uuid references person (id) on delete set null,
  level smallint not null check (level between 0 and 3),
  observed_on date not null,
  source text not null default 'observed' check (source in ('observed', 'imported')),
  recorded_at timestamptz not null,
  foreign key (follow_up_id, signal) references watched_signal (follow_up_id, signal) on delete cascade
);
create unique index signal_rating_day on signal_rating (follow_up_id, signal, rater, observed_on);
create index signal_rating_rater on signal_rating (rater);

-- What a member of staff saw; the pupil is told to the référent by word of mouth, with the number of the alert.
create table alert (
  id uuid primary key,
  school text not null references school (uai),
  number integer not null check (number > 0),
  author uuid references person (id) on delete set null,
  follow_up_id uuid references follow_up (id) on delete set null,
  signals text[] not null check (cardinality(signals) between 1 and 5),
  level text not null,
  observed_on date not null,
  created_at timestamptz not null,
  read_at timestamptz,
  outcome text check (outcome in ('opened', 'already-followed', 'watch', 'handed-over', 'no-need')),
  advice text[] not null default '{}' check (cardinality(advice) <= 3),
  decided_at timestamptz,
  unique (school, number),
  check ((outcome is null) = (decided_at is null)),
  check (outcome is null or read_at is not null)
);
create index alert_waiting on alert (school) where decided_at is null;
create index alert_author on alert (author, created_at);

-- A worrying sign: that somebody was called, the day, and nothing else.
create table relay_request (
  id uuid primary key,
  school text not null references school (uai),
  follow_up_id uuid references follow_up (id) on delete cascade,
  requested_on date not null
);
create index relay_request_follow_up on relay_request (follow_up_id);

create table gpds_meeting (
  id uuid primary key,
  school text not null references school (uai),
  held_on date not null,
  begun_at timestamptz,
  closed_at timestamptz,
  prepared_by uuid references person (id) on delete set null,
  prepared_at timestamptz not null
);
create unique index gpds_meeting_open on gpds_meeting (school) where closed_at is null;

create table gpds_item (
  meeting_id uuid not null references gpds_meeting (id) on delete cascade,
  follow_up_id uuid not null references follow_up (id) on delete cascade,
  place smallint not null check (place between 1 and 60),
  levers text[] not null default '{}' check (cardinality(levers) <= 6),
  discussed_at timestamptz,
  primary key (meeting_id, follow_up_id),
  unique (meeting_id, place) deferrable initially deferred
);

create table gpds_decision (
  id uuid primary key,
  follow_up_id uuid not null references follow_up (id) on delete cascade,
  meeting_id uuid references gpds_meeting (id) on delete set null,
  kind text not null check (length(kind) between 1 and 60),
  act text not null check (length(act) between 1 and 140),
  who text not null check (length(who) between 1 and 60),
  person_id uuid references person (id) on delete set null,
  due date not null,
  decided_on date not null,
  outcome text check (outcome in ('done', 'partly', 'not-done', 'dropped')),
  ended_on date,
  recorded_by uuid references person (id) on delete set null,
  check ((outcome is null) = (ended_on is null))
);
create index gpds_decision_follow_up on gpds_decision (follow_up_id);
create index gpds_decision_waiting on gpds_decision (due) where outcome is null;

create table interview (
  id uuid primary key,
  follow_up_id uuid not null references follow_up (id) on delete cascade,
  with_whom text not null check (with_whom in ('pupil', 'family', 'pupil-and-family')),
  held_on date not null,
  goal text not null check (length(goal) <= 140),
  next_on date,
  recorded_by uuid references person (id) on delete set null,
  recorded_at timestamptz not null
);
create index interview_follow_up on interview (follow_up_id, held_on);

create table support (
  id uuid primary key,
  follow_up_id uuid not null references follow_up (id) on delete cascade,
  kind text not null check (length(kind) between 1 and 60),
  planned_from date not null,
  planned_until date not null,
  planned_hours numeric(5, 1) check (planned_hours between 0 and 999),
  started_on date,
  ended_on date,
  stop_reason text check (length(stop_reason) between 1 and 60),
  tutor uuid references person (id) on delete set null,
  recorded_by uuid references person (id) on delete set null,
  recorded_at timestamptz not null,
  check (planned_until >= planned_from),
  check ((ended_on is null) = (stop_reason is null)),
  check (ended_on is null or started_on is not null or stop_reason = 'never-begun')
);
create index support_follow_up on support (follow_up_id);

create table support_session (
  id uuid primary key,
  support_id uuid not null references support (id) on delete cascade,
  on_day date not null,
  hours numeric(4, 2) not null check (hours > 0 and hours <= 12),
  recorded_by uuid references person (id) on delete set null
);
create index support_session_support on support_session (support_id, on_day);

create table procedure_check (
  support_id uuid not null references support (id) on delete cascade,
  item text not null check (length(item) between 1 and 60),
  checked_on date not null,
  checked_by uuid references person (id) on delete set null,
  primary key (support_id, item)
);

-- The school that receives a young person takes the follow-up with a code used once.
create table transfer (
  id uuid primary key,
  follow_up_id uuid not null references follow_up (id) on delete cascade,
  code_hash bytea not null unique check (length(code_hash) = 32),
  created_by uuid references person (id) on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  to_school text references school (uai),
  accepted_at timestamptz,
  check ((to_school is null) = (accepted_at is null))
);

-- A questionnaire a young person answers with a code; who answered what is not known beyond the follow-up.
create table young_questionnaire (
  id uuid primary key,
  follow_up_id uuid not null references follow_up (id) on delete cascade,
  instrument text not null check (length(instrument) between 1 and 60),
  occasion text not null check (occasion in ('before', 'after', 'six-months')),
  code_hash bytea not null unique check (length(code_hash) = 32),
  created_by uuid references person (id) on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  answers smallint[] check (cardinality(answers) between 1 and 30),
  answered_at timestamptz,
  check ((answers is null) = (answered_at is null)),
  unique (follow_up_id, instrument, occasion)
);

-- The figures of a school, a year a line, entered or imported.
create table school_figure (
  school text not null references school (uai),
  school_year smallint not null check (school_year between 2000 and 2100),
  enrolled integer not null check (enrolled between 0 and 20000),
  left_without_solution integer check (left_without_solution >= 0),
  half_days_due integer check (half_days_due >= 0),
  half_days_missed integer check (half_days_missed >= 0),
  finished_third integer check (finished_third >= 0),
  continued_after_third integer check (continued_after_third >= 0),
  source text not null check (length(source) between 1 and 200),
  entered_by uuid references person (id) on delete set null,
  entered_at timestamptz not null,
  primary key (school, school_year),
  check (left_without_solution <= enrolled),
  check (half_days_missed <= half_days_due),
  check (continued_after_third <= finished_third)
);
