-- Young people answer one screen at a time, on any device that was given the code: what is not sent yet is a draft, and is
-- read by nobody. null: not asked yet; 0: passed, or « je ne sais pas ».
alter table young_questionnaire
  add column version integer not null default 1 check (version > 0),
  add column draft smallint[] check (cardinality(draft) between 1 and 30),
  -- The device the code was typed on last; another one takes its place.
  add column session_hash bytea unique check (length(session_hash) = 32),
  add column session_until timestamptz,
  add check (draft is null or answers is null),
  add check (answers is null or (array_position(answers, null) is null and 0 <= all (answers))),
  add check ((session_hash is null) = (session_until is null));

-- The score of somebody who passed some questions: their mean on the others, on the same scale. Null when more than a quarter
-- was passed.
create function young_score_of(answers smallint[]) returns integer language sql immutable parallel safe
return (
  select case when 4 * count(*) filter (where answer > 0) >= 3 * cardinality(answers)
    then round(cardinality(answers) * avg(answer) filter (where answer > 0))::integer end
  from unnest(answers) as answer
);

-- As before, but for the questions passed: the reliability of a scale needs whole answers, a change needs three quarters of
-- them, of one version.
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
