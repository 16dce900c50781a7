-- A plan shown to one colleague, named by their address; their word on it. It leaves with the plan, and with the colleague.
create table plan_companion (
  plan_id uuid primary key references plan on delete cascade,
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  outcome_shown boolean not null,
  asked_at timestamptz not null,
  -- opened by the colleague; never opened, it is forgotten after some weeks
  opened_at timestamptz,
  declined_at timestamptz,
  word text check (length(word) between 1 and 300),
  word_at timestamptz,
  check ((word is null) = (word_at is null)),
  check (declined_at is null or word is null)
);
create index plan_companion_email on plan_companion (email);
