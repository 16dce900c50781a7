-- A transfer may be cancelled; it says whether the texts go with it. One waits at a time.
alter table transfer add column with_texts boolean not null default false;
alter table transfer add column cancelled_at timestamptz;
alter table transfer add constraint transfer_end_check check (accepted_at is null or cancelled_at is null);
create unique index transfer_waiting on transfer (follow_up_id) where accepted_at is null and cancelled_at is null;

-- The follow-up goes on in another school: the first one keeps its figures, and the young person counts once beyond it.
alter table follow_up add column continued boolean not null default false;

create or replace view follow_up_counted as
select f.id as follow_up_id, f.school, case when not f.continued then s.academie end as academie, f.school_year, f.level,
  f.age_band, k.kinds, coalesce(m.measures, '{}') as measures, coalesce(m.amounts, '{}') as amounts
from follow_up as f
join school as s on s.uai = f.school
join (select follow_up_id, array_agg(kind order by kind) as kinds from follow_up_kind group by follow_up_id) as k
  on k.follow_up_id = f.id
left join (
  select follow_up_id, array_agg(measure order by measure) as measures, array_agg(amount order by measure) as amounts
  from follow_up_measure
  group by follow_up_id
) as m on m.follow_up_id = f.id;

create or replace function places_of(said counted_follow_up)
returns table (scope text, level text, age_band text, whole boolean)
language plpgsql immutable as $$
begin
  return query select place.* from (values
    (said.school, said.level, said.age_band, false), (said.academie, said.level, said.age_band, false),
    (said.academie, 'all', said.age_band, false), (said.academie, said.level, 'all', false),
    (said.academie, 'all', 'all', true)
  ) as place where place.column1 is not null;
end $$;
