-- An attestation taken back: its code says so, and nothing else remains of it.
create table withdrawn_attestation (
  code text primary key check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
  withdrawn_at timestamptz not null
);
create function keep_withdrawn_attestation() returns trigger language plpgsql as $$
begin
  insert into withdrawn_attestation (code, withdrawn_at) values (old.code, now()) on conflict do nothing;
  return null;
end $$;
create trigger withdrawn after delete on attestation for each row execute function keep_withdrawn_attestation();

-- The keys badges are signed with. All stay published, so that a badge made before a change of key is still checked.
create table badge_key (
  thumbprint text primary key check (length(thumbprint) = 43),
  public_key jsonb not null check (not public_key ? 'd'),
  -- kept here in the demonstration alone; elsewhere it comes from the environment and is never stored
  private_key jsonb,
  made_at timestamptz not null
);

-- A place in the published list of statuses, for ever; who earned the badge is not here.
create table badge_status (
  place integer primary key check (place between 0 and 131071),
  badge_id uuid not null unique,
  revoked_at timestamptz
);

create table badge (
  id uuid primary key,
  place integer not null unique references badge_status,
  person_id uuid not null references person on delete cascade,
  achievement text not null check (achievement ~ '^(parcours-\d|pratique-\d\.\d)$'),
  confirmation_id uuid references peer_confirmation on delete cascade,
  -- what was signed, as it was given
  token text not null check (length(token) between 100 and 20000),
  made_at timestamptz not null,
  check ((confirmation_id is null) = (achievement like 'parcours-%'))
);
create unique index badge_of_path on badge (person_id, achievement) where confirmation_id is null;
create unique index badge_of_practice on badge (confirmation_id) where confirmation_id is not null;

-- However a badge leaves (its person, the peer, an account erased), the list says that it is revoked.
create function revoke_badge() returns trigger language plpgsql as $$
begin
  update badge_status set revoked_at = coalesce(revoked_at, now()) where place = old.place;
  return null;
end $$;
create trigger revoked after delete on badge for each row execute function revoke_badge();
create function revoke_unconfirmed_badge() returns trigger language plpgsql as $$
begin
  delete from badge where confirmation_id = new.id;
  return null;
end $$;
create trigger unconfirmed after update of answer on peer_confirmation for each row
  when (old.answer = 'confirmed' and new.answer is distinct from 'confirmed') execute function revoke_unconfirmed_badge();
