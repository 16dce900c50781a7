-- Live workshops. Participants have no account: a secret kept by their phone, for one workshop, is all that is known of them,
-- with their métier. It is erased a day after the end, with their votes; what was counted of them stays.
create table workshop (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  kind text not null check (kind in ('case', 'dialogue')),
  content_id text not null,
  content_version integer not null check (content_version > 0),
  title text not null,
  -- What the trainer finds it again by.
  label text not null check (char_length(label) <= 60),
  code text unique check (code ~ '^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$'),
  -- Whether votes appear while they come, or once the round is closed.
  shows_votes boolean not null,
  stage text not null default 'welcome'
    check (stage in ('welcome', 'reading', 'rounds', 'commitments', 'ended')),
  -- Counts what the trainer does: phones follow it.
  version integer not null default 1,
  opened_at timestamptz not null,
  begun_at timestamptz,
  changed_at timestamptz not null,
  ended_at timestamptz,
  -- How many they were, counted at the end.
  participants integer check (participants >= 0),
  check ((stage = 'ended') = (ended_at is not null)),
  check ((ended_at is null) = (participants is null))
);
create index on workshop (person_id, opened_at desc);
create index on workshop (changed_at) where code is not null;

create table workshop_participant (
  id uuid primary key,
  workshop_id uuid not null references workshop on delete cascade,
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  profession text not null,
  joined_at timestamptz not null,
  unique (workshop_id, id)
);

create table workshop_round (
  workshop_id uuid not null references workshop on delete cascade,
  number smallint not null check (number between 1 and 40),
  -- What was asked, as it was asked.
  body jsonb not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  revealed_at timestamptz,
  -- In a dialogue: the reply that was followed, and what came of it.
  followed text,
  after jsonb,
  -- What the screen shows while votes come: it moves on by three votes at least.
  shown jsonb,
  shown_moves integer not null default 0,
  -- What was counted when it closed, as it may be shown.
  tally jsonb,
  primary key (workshop_id, number),
  check (revealed_at is null or closed_at is not null),
  check ((closed_at is null) = (tally is null)),
  check ((followed is null) = (after is null))
);

create table workshop_vote (
  workshop_id uuid not null,
  round smallint not null,
  participant_id uuid not null,
  choices text[] not null check (cardinality(choices) between 1 and 2),
  revision integer not null default 1 check (revision > 0),
  cast_at timestamptz not null,
  primary key (workshop_id, round, participant_id),
  foreign key (workshop_id, round) references workshop_round on delete cascade,
  foreign key (workshop_id, participant_id) references workshop_participant (workshop_id, id) on delete cascade
);

-- « Ce que nous ferons »: proposed by whoever is there, projected once the trainer has read it.
create table workshop_commitment (
  id uuid primary key,
  workshop_id uuid not null references workshop on delete cascade,
  participant_id uuid references workshop_participant on delete set null,
  text text not null check (char_length(text) between 1 and 140),
  status text not null check (status in ('proposed', 'accepted', 'refused')),
  proposed_at timestamptz not null
);
create index on workshop_commitment (workshop_id, proposed_at);
