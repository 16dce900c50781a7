-- How often a person wishes to be written to. Without a row, they were not asked yet and nothing is sent.
create table mail_wish (
  person_id uuid primary key references person on delete cascade,
  rhythm text not null check (rhythm in ('never', 'weekly', 'twice-monthly', 'monthly')),
  -- 1 is Monday
  weekday smallint not null check (weekday between 1 and 7),
  -- to be asked what happened on the date of a plan
  plans boolean not null,
  -- the last day of the rhythm looked at: nothing leaves twice, nor for a day before the choice
  considered_on date not null,
  -- names the wish in the link that stops everything, and signs that link: neither says who it is
  link_id uuid not null unique,
  link_key bytea not null check (length(link_key) = 32),
  chosen_at timestamptz not null
);
create index mail_wish_rhythm on mail_wish (rhythm, weekday, considered_on) where rhythm <> 'never';

-- What must leave by mail: made once, sent until it has left. What it says is written when it leaves.
create table notice (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  kind text not null check (kind in ('reminder', 'plan-due', 'companion-asked', 'companion-wrote')),
  plan_id uuid references plan on delete cascade,
  day date not null,
  made_at timestamptz not null,
  tries smallint not null default 0 check (tries between 0 and 6),
  -- taken by one application until then
  next_try_at timestamptz not null,
  sent_at timestamptz,
  check ((kind = 'reminder') = (plan_id is null))
);
create unique index notice_day on notice (person_id, kind, day) where plan_id is null;
create unique index notice_plan on notice (plan_id, kind, day) where plan_id is not null;
create index notice_waiting on notice (next_try_at) where sent_at is null;

alter table demonstration_mail add column headers jsonb not null default '{}';

-- What got in the way of a plan not done yet, when the person says it: the next step follows from it.
alter table plan add column obstacle text
  check (obstacle in ('forgotten', 'no-occasion', 'no-time', 'unsure', 'no-longer'));
alter table plan add constraint plan_obstacle_of_not_yet check (obstacle is null or outcome = 'not-yet');
