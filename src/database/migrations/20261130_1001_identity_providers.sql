-- People may be known by a provider of identity (ProConnect, the counter of an académie): its name for them is the key.
create table identity_link (
  issuer text not null check (length(issuer) between 1 and 300),
  subject text not null check (length(subject) between 1 and 300),
  person_id uuid not null references person on delete cascade,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (issuer, subject)
);
create index on identity_link (person_id);

-- How the session was opened, when it was by a provider: to close it over there too, and to know what was proved.
alter table session
  add column provider text check (length(provider) between 1 and 60),
  add column id_token text check (length(id_token) <= 8000),
  add column methods text[] not null default '{}',
  add check ((provider is null) = (id_token is null));
