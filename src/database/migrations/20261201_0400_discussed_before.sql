-- The meetings of a school stay there when a follow-up goes on in another one: the copy remembers that there were some, so
-- that the young person still counts as discussed beyond the school. More than two change nothing.
alter table follow_up add column discussed_before smallint not null default 0 check (discussed_before between 0 and 2);

-- As before, but for those meetings.
create or replace view follow_up_measure as
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
  from young_questionnaire where occasion = 'before' and 0 <> all (answers)
  union all
  select follow_up_id, 'item:' || instrument || ':' || item.place || ':' || item.answer, 1
  from young_questionnaire cross join unnest(answers) with ordinality as item (answer, place)
  where occasion = 'before' and 0 <> all (answers)
  union all
  select former.follow_up_id,
    'pair:' || former.instrument || ':' || latter.occasion || ':' || young_score_of(former.answers) || ':' || young_score_of(latter.answers), 1
  from young_questionnaire as former
  join young_questionnaire as latter
    on latter.follow_up_id = former.follow_up_id and latter.instrument = former.instrument
    and latter.version = former.version and latter.occasion <> 'before'
    and cardinality(latter.answers) = cardinality(former.answers)
  where former.occasion = 'before'
    and young_score_of(former.answers) is not null and young_score_of(latter.answers) is not null
  union all
  -- The GPDS: looked at once, looked at again, in this school or those before; what was decided.
  select seen.follow_up_id, step.name, 1
  from (
    select f.id as follow_up_id, f.discussed_before + coalesce(here.times, 0) as times
    from follow_up as f
    left join (
      select follow_up_id, count(*) as times from gpds_item where discussed_at is not null group by follow_up_id
    ) as here on here.follow_up_id = f.id
  ) as seen
  join (values ('discussed', 1), ('discussed-again', 2)) as step (name, times) on step.times <= seen.times
  union all
  select follow_up_id, 'decision:' || coalesce(outcome, 'waiting:' || month_number(due)), count(*)::integer
  from gpds_decision
  group by 1, 2
) as m on m.follow_up_id = f.id
where f.opposed_on is null;
