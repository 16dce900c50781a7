-- Opinions of the platform: they carry neither a person nor a school, so they are counted for the country alone. Year 0
-- holds what has no date: who answered, and who passed.
create function opinion_counts_of(said survey_answer) returns table (school_year smallint, measure text)
language plpgsql stable as $$
begin
  return query
  select (extract(year from said.month) - case when extract(month from said.month) < 9 then 1 else 0 end)::smallint,
    'opinion:' || said.instrument || ':' || item.key || ':' || month_number(said.month) || ':' || item.value
  from jsonb_each_text(said.answers) as item;
end $$;

create function count_opinion() returns trigger language plpgsql as $$
begin
  insert into indicator_count as known (cell, measure, n)
  select cell_of('france', c.school_year, 'all', 'all', 'survey'), c.measure, 1
  from opinion_counts_of(new) as c
  order by 1, 2
  on conflict (cell, measure) do update set n = known.n + 1;
  return null;
end $$;

create function count_invitation() returns trigger language plpgsql as $$
begin
  insert into indicator_count as known (cell, measure, n)
  values (cell_of('france', 0::smallint, 'all', 'all', 'survey'), 'invited:' || new.instrument || ':' || new.outcome, 1)
  on conflict (cell, measure) do update set n = known.n + 1;
  return null;
end $$;

-- Who erases their account was asked all the same.
create function keep_erased_invitation() returns trigger language plpgsql as $$
begin
  update indicator_count set erased = erased + 1
  where cell = cell_of('france', 0::smallint, 'all', 'all', 'survey')
    and measure = 'invited:' || old.instrument || ':' || old.outcome;
  return old;
end $$;

create trigger counts after insert on survey_answer for each row execute function count_opinion();
create trigger counts after insert on survey_occasion for each row execute function count_invitation();
create trigger erased_counts before delete on survey_occasion for each row execute function keep_erased_invitation();

-- As in 20261129_0431, with the opinions.
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

select recount_everything();
