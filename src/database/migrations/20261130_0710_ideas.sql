-- Ideas of actions: words to find them by, what people make of them for their school, and those that schools propose.

-- Without accents or capitals, ligatures in two letters, so that « college » finds « collège »: the extension unaccent is
-- not on every server. The words stay the same words, in the same order.
create function plain_french(said text) returns text language sql immutable parallel safe return
  translate(
    replace(replace(replace(replace(replace(lower(said), 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), '’', ' '),
    'àâäáãåçéèêëíìîïñóòôöõúùûüýÿÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜÝŸ',
    'aaaaaaceeeeiiiinooooouuuuyyaaaaaaceeeeiiiinooooouuuuyy'
  );

create function words_of(title text, summary text, details text) returns tsvector language sql immutable parallel safe return
  setweight(to_tsvector('french', plain_french(title)), 'A')
  || setweight(to_tsvector('french', plain_french(summary)), 'B')
  || setweight(to_tsvector('french', plain_french(details)), 'C');

-- Those of the content, written again when the application starts.
create table action_document (
  id text primary key,
  title text not null,
  summary text not null,
  details text not null,
  words tsvector not null generated always as (words_of(title, summary, details)) stored
);

create table action_proposal (
  id uuid primary key,
  -- a published one stays without its author, the others leave with them
  author uuid references person on delete set null,
  school text not null references school,
  academie text not null references academie,
  status text not null check (status in ('draft', 'waiting', 'changes', 'declined', 'published', 'withdrawn')),
  title text not null check (length(title) <= 120),
  summary text not null check (length(summary) <= 600),
  details text not null check (length(details) <= 1500),
  partners text not null check (length(partners) <= 300),
  observed text not null check (length(observed) <= 600),
  levels text[] not null,
  field text check (field in ('prévention', 'intervention', 'remédiation')),
  themes text[] not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  sent_at timestamptz,
  reviewer uuid references person on delete set null,
  reviewed_at timestamptz,
  message text check (length(message) between 1 and 600),
  words tsvector not null generated always as (words_of(title, summary, details || ' ' || partners)) stored,
  check (status in ('draft', 'withdrawn') or sent_at is not null),
  check (status not in ('changes', 'declined', 'published') or reviewed_at is not null),
  check (status not in ('changes', 'declined') or message is not null),
  check (status = 'draft' or title <> '' and summary <> '' and cardinality(levels) > 0 and field is not null and cardinality(themes) > 0),
  check (author is not null or status = 'published')
);
create index action_proposal_author on action_proposal (author);
create index action_proposal_reviewer on action_proposal (reviewer);
create index action_proposal_academie on action_proposal (academie, status);

create function remove_unpublished_proposals() returns trigger language plpgsql as $$
begin
  delete from action_proposal where author = old.id and status <> 'published';
  return old;
end $$;
create trigger unpublished_proposals before delete on person for each row execute function remove_unpublished_proposals();

create table action_adaptation (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  -- where it is made for; shown there to who leads the school, if its author says so
  school text references school,
  shown boolean not null,
  -- of the content (A001…) or a proposal
  action text not null check (length(action) between 1 and 36),
  title text not null check (length(title) between 1 and 200),
  kept text not null check (length(kept) <= 600),
  changed text not null check (length(changed) <= 600),
  with_whom text not null check (length(with_whom) <= 300),
  first_step text not null check (length(first_step) between 1 and 300),
  first_day date,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  check (school is not null or not shown)
);
create index action_adaptation_person on action_adaptation (person_id);
create index action_adaptation_school on action_adaptation (school) where shown;
