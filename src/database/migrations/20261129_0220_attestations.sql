-- What was finished and when, as the person chose to have it attested. Taken back, or the account erased, it is gone.
create table attestation (
  -- printed on the paper; whoever holds it may check that the attestation exists
  code text primary key check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
  person_id uuid not null references person on delete cascade,
  initials text not null check (length(initials) between 1 and 12),
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  minutes integer not null check (minutes > 0),
  -- title, minutes and day of each thing finished, for the paper
  finished jsonb not null,
  made_at timestamptz not null
);
create index attestation_person on attestation (person_id, made_at);
