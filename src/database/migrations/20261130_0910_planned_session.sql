-- Thirty minutes with several young people, as planned, then as told afterwards. No young person is named or counted elsewhere.
create table planned_session (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  title text not null check (length(title) between 1 and 80),
  aim text not null check (length(aim) between 1 and 200),
  level text not null check (length(level) between 1 and 20),
  young_people smallint not null check (young_people between 2 and 30),
  -- title, minutes and what the young people do, of each step
  steps jsonb not null,
  adaptations text not null check (length(adaptations) <= 400),
  proofs text not null check (length(proofs) <= 300),
  made_at timestamptz not null,
  changed_at timestamptz not null,
  -- told once it took place
  held_on date,
  debrief jsonb,
  check ((held_on is null) = (debrief is null))
);
create index planned_session_person on planned_session (person_id, changed_at);
