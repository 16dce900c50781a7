-- What the choice of the questions depends on, fixed when the series starts: its stage, and the questions asked in the year
-- before. The same choice can be made again, and an answer need not look at the other series.
alter table evaluation
  add column stage smallint not null default 1 check (stage between 1 and 20),
  add column excluded text[] not null default '{}';

update evaluation e set
  stage = (select 1 + count(*) from evaluation o where o.person_id = e.person_id and o.kind = 'stage'
    and o.occasion = e.occasion and o.number < e.number and exists (select from answer where evaluation_id = o.id)),
  excluded = coalesce((select array_agg(distinct s.question_id)
    from evaluation o join served_question s on s.evaluation_id = o.id
    where o.person_id = e.person_id and o.id <> e.id and s.served_at > e.started_at - interval '12 months'
      and s.served_at <= e.started_at), '{}');
