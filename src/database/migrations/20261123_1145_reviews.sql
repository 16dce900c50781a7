-- What was learnt comes back at growing intervals: one row a card of a module finished.
create table review_card (
  person_id uuid not null,
  module_id text not null,
  card text not null check (length(card) between 1 and 20),
  due timestamptz not null,
  -- the memory of the scheduler (FSRS): stability, difficulty, repetitions…
  memory jsonb not null,
  reviewed_at timestamptz,
  primary key (person_id, module_id, card),
  foreign key (person_id, module_id) references module_progress on delete cascade
);
create index review_card_due on review_card (due, person_id);
