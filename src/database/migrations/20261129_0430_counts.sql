-- The indicators are counts kept up to date by the database itself, whoever writes (docs/adr/0012). What a follow-up
-- counts for is said once, in the view follow_up_measure: a change of a follow-up and a recount of everything both
-- read it.

-- What can be asked about: a school or a whole académie, a year, a level, an age band, a kind of support. In the cells
-- of an académie each of the last three may be 'all'; in those of a school only the kind, levels and ages being few
-- enough there to be added up.
create table indicator_cell (
  id integer generated always as identity primary key,
  -- UAI of a school or code of an académie.
  scope text not null,
  school_year smallint not null,
  level text not null,
  age_band text not null,
  -- 'all' · 'none' when no support has begun · or a kind of support that has.
  kind text not null,
  unique (scope, school_year, level, age_band, kind)
);

-- n: how many; erased: how many of them come from files that no longer exist. Only the functions below write here, and no
-- cell is ever deleted: a foreign key would be checked twenty times a change for nothing.
create table indicator_count (
  cell integer not null,
  measure text collate "C" not null,
  n integer not null,
  erased integer not null default 0,
  primary key (cell, measure)
);

-- What a follow-up counts as and for at the moment, so that a change can take it away again. Goes with the file.
create table counted_follow_up (
  follow_up_id uuid primary key references follow_up (id) on delete cascade,
  school text,
  academie text,
  school_year smallint,
  level text,
  age_band text,
  kinds text[],
  measures text[],
  amounts integer[]
);

-- Which meetings looked at one situation: the primary key begins with the meeting.
create index gpds_item_follow_up on gpds_item (follow_up_id);

-- Months since year 0: what happened in the same month of the calendar has the same number.
create function month_number(day date) returns integer language sql immutable parallel safe
return (extract(year from day) * 12 + extract(month from day))::integer;

create function change_of(entry integer, later integer) returns text language sql immutable parallel safe
return case when later > entry then 'worse' when later = entry then 'same' when later <= 1 then 'gone' else 'reduced' end;

-- What became of each signal that began at 2 or 3, as afterSixMonths in src/follow-up/signals/signals.ts has it; a test
-- compares the two. No outcome: not rated again in time, or not yet.
create view signal_after_six_months as
select entry.follow_up_id, entry.signal, entry.first_on,
  case
    when same.later is not null then change_of(same.start, same.later)
    when latest.level is not null then change_of(entry.level, latest.level)
  end as outcome,
  same.later is not null as same_rater
from (
  select follow_up_id, signal, first_on, max(level) as level
  from (
    select follow_up_id, signal, observed_on, level,
      min(observed_on) over (partition by follow_up_id, signal) as first_on
    from signal_rating
  ) as rated
  where observed_on = first_on
  group by follow_up_id, signal, first_on
  having max(level) >= 2
) as entry
left join lateral (
  select later.level as later, start.level as start
  from signal_rating as later
  join signal_rating as start
    on start.follow_up_id = later.follow_up_id and start.signal = later.signal and start.rater = later.rater
    and start.observed_on = entry.first_on
  where later.follow_up_id = entry.follow_up_id and later.signal = entry.signal
    and later.observed_on between entry.first_on + interval '5 months' and entry.first_on + interval '8 months'
  order by later.observed_on desc, later.recorded_at desc
  limit 1
) as same on true
left join lateral (
  select later.level
  from signal_rating as later
  where later.follow_up_id = entry.follow_up_id and later.signal = entry.signal
    and later.observed_on between entry.first_on + interval '5 months' and entry.first_on + interval '8 months'
  order by later.observed_on desc, later.recorded_at desc
  limit 1
) as latest on true;

create function score_of(answers smallint[]) returns integer language sql immutable parallel safe
return (select sum(answer)::integer from unnest(answers) as answer);

-- What each follow-up counts for. A name ends with a month when what it says depends on the day it is read.
create view follow_up_measure as
select m.follow_up_id, m.measure, m.amount
from follow_up as f
join (
  -- The way from the first sign to the end of a support; who reached a step went through those before it.
  select id as follow_up_id, 'followed' as measure, 1 as amount from follow_up
  union all
  select reached.follow_up_id, step.name, 1
  from (
    select follow_up_id,
      max(array_position('{contacted,interviewed,agreed,engaged,completed}'::text[], kind)) as furthest
    from milestone
    group by follow_up_id
  ) as reached
  join unnest('{contacted,interviewed,agreed,engaged,completed}'::text[]) with ordinality as step (name, place)
    on step.place <= reached.furthest
  union all
  -- The situation at the exit and after: exit:education, six-months:unknown…
  select follow_up_id, kind || ':' || situation, 1 from milestone where situation is not null
  union all
  select ended.follow_up_id, later.name || ':waiting:' || month_number(ended.on_day), 1
  from milestone as ended
  cross join unnest('{six-months,twelve-months}'::text[]) as later (name)
  left join milestone as known on known.follow_up_id = ended.follow_up_id and known.kind = later.name
  where ended.kind = 'exit' and known.kind is null
  union all
  -- Months from the opening to leaving without a solution, or to the last day anything is known.
  select f.id,
    case
      when known.left_on is not null then 'left:' || greatest(0, month_number(known.left_on) - month_number(f.opened_on))
      when f.closed_on is not null
        then 'stayed:' || greatest(0, month_number(greatest(f.closed_on, known.last_on)) - month_number(f.opened_on))
      else 'current:' || month_number(f.opened_on)
    end, 1
  from follow_up as f
  left join (
    select follow_up_id,
      min(on_day) filter (where situation = 'no-solution') as left_on,
      max(on_day) filter (where situation <> 'unknown') as last_on
    from milestone
    group by follow_up_id
  ) as known on known.follow_up_id = f.id
  union all
  select follow_up_id,
    'signal:' || signal || ':'
      || coalesce(outcome || case when same_rater then ':same' else ':other' end, 'waiting:' || month_number(first_on)),
    1
  from signal_after_six_months
  union all
  -- Questionnaires handed out and answered, and pairs of scores.
  select follow_up_id, 'asked:' || instrument || ':' || occasion, 1 from young_questionnaire
  union all
  select follow_up_id, 'answered:' || instrument || ':' || occasion, 1 from young_questionnaire where answers is not null
  union all
  select follow_up_id, 'score:' || instrument || ':' || score_of(answers), 1
  from young_questionnaire where occasion = 'before' and answers is not null
  union all
  select follow_up_id, 'item:' || instrument || ':' || item.place || ':' || item.answer, 1
  from young_questionnaire cross join unnest(answers) with ordinality as item (answer, place)
  where occasion = 'before' and answers is not null
  union all
  select former.follow_up_id,
    'pair:' || former.instrument || ':' || latter.occasion || ':' || score_of(former.answers) || ':' || score_of(latter.answers), 1
  from young_questionnaire as former
  join young_questionnaire as latter
    on latter.follow_up_id = former.follow_up_id and latter.instrument = former.instrument
    and latter.occasion <> 'before' and latter.answers is not null
    and cardinality(latter.answers) = cardinality(former.answers)
  where former.occasion = 'before' and former.answers is not null
  union all
  -- The GPDS: looked at once, looked at again, what was decided.
  select follow_up_id, 'discussed', 1 from gpds_item where discussed_at is not null group by follow_up_id
  union all
  select follow_up_id, 'discussed-again', 1 from gpds_item where discussed_at is not null group by follow_up_id having count(*) > 1
  union all
  select follow_up_id, 'decision:' || coalesce(outcome, 'waiting:' || month_number(due)), count(*)::integer
  from gpds_decision
  group by 1, 2
) as m on m.follow_up_id = f.id
where f.opposed_on is null;

-- 'all'; the kinds of support that have begun, or 'none'.
create view follow_up_kind as
select id as follow_up_id, 'all' as kind from follow_up
union all
select follow_up_id, kind from support where started_on is not null group by follow_up_id, kind
union all
select f.id, 'none' from follow_up as f
where not exists (select from support where follow_up_id = f.id and started_on is not null);

-- What the line of each follow-up in counted_follow_up should be.
create view follow_up_counted as
select f.id as follow_up_id, f.school, s.academie, f.school_year, f.level, f.age_band, k.kinds,
  coalesce(m.measures, '{}') as measures, coalesce(m.amounts, '{}') as amounts
from follow_up as f
join school as s on s.uai = f.school
join (select follow_up_id, array_agg(kind order by kind) as kinds from follow_up_kind group by follow_up_id) as k
  on k.follow_up_id = f.id
left join (
  select follow_up_id, array_agg(measure order by measure) as measures, array_agg(amount order by measure) as amounts
  from follow_up_measure
  group by follow_up_id
) as m on m.follow_up_id = f.id;

create function places_of(said counted_follow_up) returns table (scope text, level text, age_band text, whole boolean)
language plpgsql immutable as $$
begin
  return query values (said.school, said.level, said.age_band, false), (said.academie, said.level, said.age_band, false),
    (said.academie, 'all', said.age_band, false), (said.academie, said.level, 'all', false), (said.academie, 'all', 'all', true);
end $$;

-- The number of a cell, made when there is none yet.
create function cell_of(asked_scope text, asked_year smallint, asked_level text, asked_age text, asked_kind text)
returns integer language plpgsql as $$
declare
  found_id integer;
begin
  select id into found_id from indicator_cell
  where scope = asked_scope and school_year = asked_year and level = asked_level and age_band = asked_age
    and kind = asked_kind;
  if found then return found_id; end if;
  insert into indicator_cell (scope, school_year, level, age_band, kind)
  values (asked_scope, asked_year, asked_level, asked_age, asked_kind)
  on conflict do nothing;
  select id into strict found_id from indicator_cell
  where scope = asked_scope and school_year = asked_year and level = asked_level and age_band = asked_age
    and kind = asked_kind;
  return found_id;
end $$;

-- How much a line adds to which counts. Who answers what to one question, and the scores before anything, are what the
-- reliability of a questionnaire is computed from: they count in whole académies only.
create function counts_of(said counted_follow_up) returns table (cell integer, measure text, amount integer)
language plpgsql as $$
#variable_conflict use_column
begin
  return query
  select place.cell, counted.measure, counted.amount
  from (
    select cell_of(p.scope, said.school_year, p.level, p.age_band, k.kind) as cell, p.whole and k.kind = 'all' as whole
    from places_of(said) as p cross join unnest(said.kinds) as k (kind)
  ) as place
  cross join unnest(said.measures, said.amounts) as counted (measure, amount)
  where place.whole or counted.measure !~ '^(item|score):';
end $$;

create function recount_follow_up(subject uuid) returns void language plpgsql as $$
declare
  former counted_follow_up;
  latter counted_follow_up;
begin
  -- A file that is being erased keeps counting for what it did.
  if not exists (select from follow_up where id = subject) then return; end if;
  insert into counted_follow_up (follow_up_id) values (subject) on conflict do nothing;
  -- One change of a file at a time: the next statements see what the one before has written.
  select * into former from counted_follow_up where follow_up_id = subject for update;
  select * into latter from follow_up_counted where follow_up_id = subject;
  if former is not distinct from latter then return; end if;
  update counted_follow_up
  set (school, academie, school_year, level, age_band, kinds, measures, amounts) = (latter.school, latter.academie,
    latter.school_year, latter.level, latter.age_band, latter.kinds, latter.measures, latter.amounts)
  where follow_up_id = subject;
  -- In the order of the key, so that two changes wait for each other rather than both for ever.
  insert into indicator_count as known (cell, measure, n)
  select cell, measure, sum(amount)
  from (
    select cell, measure, -amount as amount from counts_of(former)
    union all
    select cell, measure, amount from counts_of(latter)
  ) as moved
  group by cell, measure having sum(amount) <> 0
  order by cell, measure
  on conflict (cell, measure) do update set n = known.n + excluded.n;
end $$;

create function recount_changed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then perform recount_follow_up(new.follow_up_id); end if;
  if tg_op = 'DELETE' then perform recount_follow_up(old.follow_up_id);
  elsif tg_op = 'UPDATE' and old.follow_up_id <> new.follow_up_id then perform recount_follow_up(old.follow_up_id);
  end if;
  return null;
end $$;

create function recount_changed_follow_up() returns trigger language plpgsql as $$
begin
  perform recount_follow_up(new.id);
  return null;
end $$;

create function keep_erased_counts() returns trigger language plpgsql as $$
begin
  update indicator_count as known set erased = known.erased + gone.amount
  from counted_follow_up as c, counts_of(c) as gone
  where c.follow_up_id = old.id and known.cell = gone.cell and known.measure = gone.measure;
  return old;
end $$;

create trigger counts after insert or update on follow_up for each row execute function recount_changed_follow_up();
create trigger erased_counts before delete on follow_up for each row execute function keep_erased_counts();
create trigger counts after insert or update or delete on milestone for each row execute function recount_changed();
create trigger counts after insert or update or delete on support for each row execute function recount_changed();
create trigger counts after insert or update or delete on signal_rating for each row execute function recount_changed();
create trigger counts after insert or update or delete on young_questionnaire for each row execute function recount_changed();
create trigger counts after insert or update or delete on gpds_item for each row execute function recount_changed();
create trigger counts after insert or update or delete on gpds_decision for each row execute function recount_changed();
