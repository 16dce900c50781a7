-- That somebody answered or passed on an occasion, so that they are not asked again: never what they answered.
create table survey_occasion (
  person_id uuid not null references person on delete cascade,
  instrument text not null check (length(instrument) between 3 and 60),
  -- what it was about: a module; « mois » for the questions after a month
  occasion text not null check (length(occasion) between 1 and 100),
  outcome text not null check (outcome in ('answered', 'passed')),
  primary key (person_id, instrument, occasion)
);

-- Those who never want to be asked.
create table survey_refusal (
  person_id uuid primary key references person on delete cascade,
  refused_at timestamptz not null
);

-- Answers, without anybody's name or number, nor a moment finer than a month: erasing an account leaves them as they are.
create table survey_answer (
  id uuid primary key,
  instrument text not null check (length(instrument) between 3 and 60),
  version integer not null check (version > 0),
  occasion text not null check (length(occasion) between 1 and 100),
  month date not null check (extract(day from month) = 1),
  -- item to value, from 1
  answers jsonb not null
);
create index survey_answer_instrument on survey_answer (instrument, version, occasion);
