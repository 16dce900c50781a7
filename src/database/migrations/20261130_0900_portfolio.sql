-- What a person keeps in their portfolio, and what it shows: competences, and the épreuves of the certificate.
create table portfolio_piece (
  person_id uuid not null references person on delete cascade,
  kind text not null check (kind in ('plan', 'module', 'dialogue', 'observation', 'session', 'case-study')),
  -- its number in the room it comes from; a piece that is no longer there shows no more
  piece text not null check (length(piece) between 1 and 120),
  competences text[] not null check (cardinality(competences) between 1 and 16),
  epreuves smallint[] not null check (epreuves <@ '{1,2}'),
  note text check (length(note) between 1 and 300),
  attached_at timestamptz not null,
  primary key (person_id, kind, piece)
);

-- Hours of training as the person counts them: the site has no way to know.
create table declared_hours (
  person_id uuid primary key references person on delete cascade,
  common smallint not null check (common between 0 and 400),
  chosen smallint not null check (chosen between 0 and 400),
  practical smallint not null check (practical between 0 and 400),
  declared_at timestamptz not null
);

-- One practice, on one day, that a person asks one colleague to confirm. It leaves with either of them.
create table peer_confirmation (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  competence text not null check (competence ~ '^\d\.\d$'),
  observed_on date not null,
  occasion text not null check (length(occasion) between 1 and 200),
  -- levels 4 and 5 are confirmed nowhere else
  level_asked smallint check (level_asked in (4, 5)),
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  asked_at timestamptz not null,
  -- opened by the colleague; never opened, it is forgotten after some weeks
  peer_id uuid references person on delete cascade,
  opened_at timestamptz,
  answer text check (answer in ('confirmed', 'declined', 'withdrawn')),
  answered_at timestamptz,
  -- what the colleague saw, in the words of the grid they had
  acts text[] not null default '{}' check (cardinality(acts) <= 7),
  level smallint check (level in (4, 5) and level <= level_asked),
  word text check (length(word) between 1 and 300),
  check ((peer_id is null) = (opened_at is null)),
  check ((answer is null) = (answered_at is null)),
  check (answer is null or peer_id is not null),
  check (peer_id <> person_id),
  check ((answer is not distinct from 'confirmed') = (cardinality(acts) > 0)),
  check (answer is not distinct from 'confirmed' or (level is null and word is null))
);
create index peer_confirmation_person on peer_confirmation (person_id, asked_at);
create index peer_confirmation_email on peer_confirmation (email);
create index peer_confirmation_peer on peer_confirmation (peer_id);
