-- Conversations played: the replies chosen are enough to tell each one again. It leaves with the person.
create table dialogue_play (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  dialogue_id text not null check (length(dialogue_id) between 1 and 100),
  dialogue_version integer not null check (dialogue_version > 0),
  -- at each decision, the place of the reply among those offered, from 0
  path smallint[] not null default '{}' check (
    cardinality(path) <= 12 and 0 <= all (path) and 3 >= all (path) and array_position(path, null) is null
  ),
  ending text check (length(ending) between 1 and 100),
  begun_at timestamptz not null,
  ended_at timestamptz,
  check ((ending is null) = (ended_at is null))
);
create index dialogue_play_person on dialogue_play (person_id, begun_at);
-- Of one dialogue, a person has one conversation going on; those that ended are kept.
create unique index dialogue_play_open on dialogue_play (person_id, dialogue_id) where ended_at is null;
