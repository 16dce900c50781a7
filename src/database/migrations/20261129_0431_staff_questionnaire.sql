-- What members of staff feel able to do, twice at most: of their own accord, some months apart. Their school and year are
-- those of the first time.
create table staff_questionnaire (
  person_id uuid not null references person (id) on delete cascade,
  instrument text not null check (length(instrument) between 1 and 60),
  version smallint not null check (version > 0),
  school text references school (uai),
  academie text not null references academie (code),
  school_year smallint not null check (school_year between 2000 and 2100),
  before_answers smallint[] not null check (cardinality(before_answers) between 1 and 30),
  before_at timestamptz not null,
  after_answers smallint[] check (cardinality(after_answers) = cardinality(before_answers)),
  after_at timestamptz check (after_at > before_at),
  primary key (person_id, instrument),
  check ((after_answers is null) = (after_at is null))
);

-- What one line counts for, in its school and in its académie. A questionnaire of twelve has three parts of four.
create function staff_counts_of(said staff_questionnaire) returns table (scope text, measure text)
language plpgsql stable as $$
#variable_conflict use_column
begin
  return query select place.scope, measured.name
  from (values (said.school), (said.academie)) as place (scope)
  cross join lateral (
    values ('answered:' || said.instrument || ':before'),
      (case when said.after_at is not null then 'answered:' || said.instrument || ':after' end)
    union all
    select 'pair:' || said.instrument || part.name || ':after:'
      || score_of(said.before_answers[part.first:part.last]) || ':' || score_of(said.after_answers[part.first:part.last])
    from (values ('', 1, 30), ('.1', 1, 4), ('.2', 5, 8), ('.3', 9, 12)) as part (name, first, last)
    where said.after_at is not null and (part.name = '' or cardinality(said.before_answers) = 12)
    union all
    select 'score:' || said.instrument || ':' || score_of(said.before_answers) where place.scope = said.academie
    union all
    select 'item:' || said.instrument || ':' || item.place || ':' || item.answer
    from unnest(said.before_answers) with ordinality as item (answer, place)
    where place.scope = said.academie
  ) as measured (name)
  where place.scope is not null and measured.name is not null;
end $$;

-- Cells of staff have neither level, nor age, nor kind of support.
create function count_staff() returns trigger language plpgsql as $$
begin
  insert into indicator_count as known (cell, measure, n)
  select cell_of(scope, school_year, 'all', 'all', 'staff'), measure, sum(amount)
  from (
    select scope, new.school_year, measure, 1 as amount from staff_counts_of(new)
    union all
    select scope, old.school_year, measure, -1 from staff_counts_of(old) where tg_op = 'UPDATE'
  ) as moved
  group by scope, school_year, measure having sum(amount) <> 0
  order by scope, measure
  on conflict (cell, measure) do update set n = known.n + excluded.n;
  return null;
end $$;

create function keep_erased_staff_counts() returns trigger language plpgsql as $$
begin
  update indicator_count as known set erased = known.erased + gone.amount
  from (select scope, measure, count(*) as amount from staff_counts_of(old) group by 1, 2) as gone
  where known.cell = cell_of(gone.scope, old.school_year, 'all', 'all', 'staff') and known.measure = gone.measure;
  return old;
end $$;

create trigger counts after insert or update on staff_questionnaire for each row execute function count_staff();
create trigger erased_counts before delete on staff_questionnaire for each row execute function keep_erased_staff_counts();

-- Everything again from the files; what erased files counted for is kept. Académies are added up from their schools.
create function recount_everything() returns void language plpgsql as $$
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
