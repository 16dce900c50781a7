-- How long the agenda of a meeting was worked on, pauses left out, until the meeting began. Null: begun before this was noted.
alter table gpds_meeting add column prepared_seconds integer check (prepared_seconds >= 0);
alter table gpds_meeting add column touched_at timestamptz;

-- Counted once, when the meeting begins: in whole minutes, an hour standing for more.
create function meeting_counts_of(said gpds_meeting) returns table (scope text, school_year smallint, measure text)
language plpgsql stable as $$
begin
  if said.begun_at is null or said.prepared_seconds is null then return; end if;
  return query
  select place.scope,
    (extract(year from said.held_on) - case when extract(month from said.held_on) < 9 then 1 else 0 end)::smallint,
    'preparation:' || least(60, greatest(1, ceil(said.prepared_seconds / 60.0)))::integer
  from school as s cross join lateral (values (s.uai), (s.academie)) as place (scope)
  where s.uai = said.school;
end $$;

create function count_meeting() returns trigger language plpgsql as $$
begin
  insert into indicator_count as known (cell, measure, n)
  select cell_of(moved.scope, moved.school_year, 'all', 'all', 'meeting') as cell, moved.measure, sum(moved.amount)
  from (
    select c.*, 1 as amount from meeting_counts_of(new) as c
    union all
    select c.*, -1 from meeting_counts_of(old) as c where tg_op = 'UPDATE'
  ) as moved
  group by 1, 2 having sum(moved.amount) <> 0
  order by 1, 2
  on conflict (cell, measure) do update set n = known.n + excluded.n;
  return null;
end $$;

create function keep_erased_meeting() returns trigger language plpgsql as $$
begin
  update indicator_count as known set erased = known.erased + 1
  from meeting_counts_of(old) as gone
  where known.cell = cell_of(gone.scope, gone.school_year, 'all', 'all', 'meeting') and known.measure = gone.measure;
  return old;
end $$;

create trigger counts after insert or update on gpds_meeting for each row execute function count_meeting();
create trigger erased_counts before delete on gpds_meeting for each row execute function keep_erased_meeting();

-- As in 20261129_0433, with the meetings.
create or replace function recount_everything() returns void language plpgsql as $$
begin
  lock table indicator_count, counted_follow_up in exclusive mode;
  delete from counted_follow_up;
  insert into counted_follow_up select * from follow_up_counted;

  create temporary table recounted (
    scope text, school_year smallint, level text, age_band text, kind text, measure text, n integer
  ) on commit drop;
  insert into recounted
  select c.school, c.school_year, c.level, c.age_band, kind, said.measure, sum(said.amount)
  from counted_follow_up as c cross join unnest(c.kinds) as kind
  cross join unnest(c.measures, c.amounts) as said (measure, amount)
  where said.measure not like 'item:%' and said.measure not like 'score:%'
  group by 1, 2, 3, 4, 5, 6;
  insert into recounted
  select s.academie, school_year, r.level, age_band, r.kind, measure, sum(n)
  from recounted as r join school as s on s.uai = r.scope
  group by 1, 2, 3, 4, 5, 6;
  insert into recounted
  select scope, school_year, 'all', age_band, kind, measure, sum(n)
  from recounted where scope in (select code from academie) group by 1, 2, 4, 5, 6;
  insert into recounted
  select scope, school_year, level, 'all', kind, measure, sum(n)
  from recounted where scope in (select code from academie) group by 1, 2, 3, 5, 6;
  insert into recounted
  select c.academie, c.school_year, 'all', 'all', 'all', said.measure, sum(said.amount)
  from counted_follow_up as c cross join unnest(c.measures, c.amounts) as said (measure, amount)
  where said.measure like 'item:%' or said.measure like 'score:%'
  group by 1, 2, 6;
  insert into recounted
  select scope, s.school_year, 'all', 'all', 'staff', measure, count(*)
  from staff_questionnaire as s, staff_counts_of(s)
  group by 1, 2, 6;

  insert into recounted
  select c.scope, c.school_year, 'all', 'all', 'meeting', c.measure, count(*)
  from gpds_meeting as m, meeting_counts_of(m) as c
  group by 1, 2, 6;

  insert into recounted
  select 'france', c.school_year, 'all', 'all', 'survey', c.measure, count(*)
  from survey_answer as a, opinion_counts_of(a) as c
  group by 2, 6;
  insert into recounted
  select 'france', 0, 'all', 'all', 'survey', 'invited:' || instrument || ':' || outcome, count(*)
  from survey_occasion
  group by 6;

  analyze recounted;
  insert into indicator_cell (scope, school_year, level, age_band, kind)
  select distinct scope, school_year, level, age_band, kind from recounted
  on conflict do nothing;
  create temporary table kept on commit drop as select cell, measure, erased from indicator_count where erased > 0;
  truncate indicator_count;
  insert into indicator_count (cell, measure, n)
  select known.id, r.measure, r.n
  from recounted as r
  join indicator_cell as known using (scope, school_year, level, age_band, kind)
  order by known.id, r.measure collate "C";
  insert into indicator_count as known (cell, measure, n, erased)
  select cell, measure, erased, erased from kept
  on conflict (cell, measure) do update set n = known.n + excluded.n, erased = excluded.erased;
  drop table kept, recounted;
end $$;
