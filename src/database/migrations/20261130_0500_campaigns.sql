-- What a trainer of an académie or the head of a school proposes to a group.
create table campaign (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$'),
  -- for whom: the people of one school, or of the schools of one académie
  school text references school,
  academie text references academie,
  proposed_by uuid references person on delete set null,
  title text not null check (length(title) between 1 and 80),
  opening text not null check (length(opening) <= 1500),
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  competences text[] not null,
  created_at timestamptz not null,
  archived_at timestamptz,
  reminded_at timestamptz,
  check (num_nonnulls(school, academie) = 1)
);
create index campaign_school on campaign (school) where school is not null;
create index campaign_academie on campaign (academie) where academie is not null;

-- What it is made of; `content_id` of a stage is its rank, 1 to 3.
create table campaign_step (
  campaign_id uuid not null references campaign on delete cascade,
  place smallint not null check (place > 0),
  kind text not null check (kind in ('stage', 'module', 'dialogue')),
  content_id text not null check (kind <> 'stage' or content_id in ('1', '2', '3')),
  primary key (campaign_id, place),
  unique (campaign_id, kind, content_id)
);

-- Who joined, and what they agreed to, dated. Somebody who left stays as such, so that coming back makes nobody new.
create table campaign_member (
  campaign_id uuid not null references campaign on delete cascade,
  person_id uuid not null references person on delete cascade,
  joined_at timestamptz not null,
  left_at timestamptz,
  -- their levels counted in the team view
  levels_at timestamptz,
  -- their name shown to whoever proposes the group
  listed_at timestamptz,
  -- a mail when they are reminded
  reminders_at timestamptz,
  -- names and signs the link that stops these mails: neither says who it is
  link_id uuid not null unique,
  link_key bytea not null check (length(link_key) = 32),
  primary key (campaign_id, person_id),
  check (left_at is null or num_nonnulls(levels_at, listed_at, reminders_at) = 0)
);
create index campaign_member_person on campaign_member (person_id);

-- A number that stands for a person in the rounds below, in all their groups; it outlives the account, linked to nobody.
create table group_mark (
  person_id uuid primary key references person on delete cascade,
  mark uuid not null unique
);

-- A view of a team, as it was published: whose answers it counted. What it said is forgotten once it is no longer shown;
-- of whom it spoke is not, so that no later view gives away somebody by difference.
create table group_round (
  id uuid primary key,
  campaign_id uuid not null references campaign on delete cascade,
  made_at timestamptz not null,
  figures jsonb
);
create unique index group_round_shown on group_round (campaign_id) where figures is not null;
create table group_round_part (
  round_id uuid not null references group_round on delete cascade,
  mark uuid not null,
  -- how many answers were known of: a later round after new ones says something new
  answers integer not null check (answers > 0),
  primary key (round_id, mark)
);
create index group_round_part_mark on group_round_part (mark);

-- The training plan of a group for a year, as edited.
create table group_plan_line (
  id uuid primary key,
  campaign_id uuid not null references campaign on delete cascade,
  place integer not null,
  kind text not null check (kind in ('stage', 'module', 'dialogue', 'workshop', 'council', 'other')),
  content_id text,
  title text not null check (length(title) between 1 and 160),
  reason text not null check (length(reason) <= 400),
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  owner text not null check (length(owner) <= 80)
);
create index group_plan_line_campaign on group_plan_line (campaign_id, place);

-- A reminder of a group leaves as the other mails do.
alter table notice add column campaign_id uuid references campaign on delete cascade;
alter table notice drop constraint notice_check;
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check
  check (kind in ('reminder', 'plan-due', 'companion-asked', 'companion-wrote', 'group'));
alter table notice add constraint notice_about check (
  (plan_id is not null) = (kind in ('plan-due', 'companion-asked', 'companion-wrote'))
  and (campaign_id is not null) = (kind = 'group'));
drop index notice_day;
create unique index notice_day on notice (person_id, kind, day) where plan_id is null and campaign_id is null;
create unique index notice_campaign on notice (campaign_id, person_id, day) where campaign_id is not null;
