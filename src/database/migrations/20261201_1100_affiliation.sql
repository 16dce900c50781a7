-- The national directory: where a school is, whether it is still open, and whether the directory or somebody of ours says so.
alter table school
  add column sector text check (sector in ('public', 'prive')),
  add column postcode text check (postcode ~ '^[0-9]{5}$'),
  add column in_directory boolean not null default false,
  add column closed_on date,
  add column corrected_at timestamptz;

-- What somebody says of the school they work in opens nothing until somebody who answers for it confirms it.
alter table membership
  add column confirmed_at timestamptz,
  add column confirmed_how text check (confirmed_how in ('invitation', 'direction', 'academie', 'national')),
  add column work_email text check (work_email = lower(work_email) and length(work_email) between 3 and 320);

-- Roles were given by somebody else; whoever has one works where it is.
update membership m set confirmed_at = created_at
where role <> 'agent' or exists (
  select from membership r where r.person_id = m.person_id and r.school = m.school and r.role <> 'agent')
  or exists (select from person p where p.id = m.person_id and p.demonstration);

-- A link that opens a place in a school, once, for a time.
create table school_invitation (
  id uuid primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  school text not null references school,
  role text not null check (role in ('agent', 'referent')),
  email text not null check (email = lower(email) and length(email) between 3 and 320),
  made_by uuid not null references person on delete cascade,
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  used_at timestamptz,
  used_by uuid references person on delete set null,
  check (used_by is null or used_at is not null)
);
create index on school_invitation (school, made_at);
create index on school_invitation (made_by);
create index on school_invitation (used_by);

-- Whoever leaves a school leaves what it gave them: their place beside a young person, the chair of its GPDS, the files they answered for.
create function end_what_a_school_gave() returns trigger language plpgsql as $$
begin
  if old.school is null then return null; end if;
  if old.role = 'direction' then
    update gpds_chair set ended_at = now()
      where school = old.school and person_id = old.person_id and ended_at is null;
  end if;
  if old.role = 'referent' then
    update follow_up set lead = null
      where school = old.school and lead = old.person_id and closed_on is null;
  end if;
  if not exists (select from membership where person_id = old.person_id and school = old.school) then
    update circle_member c set ended_at = now() from follow_up f
      where f.id = c.follow_up_id and f.school = old.school and c.person_id = old.person_id and c.ended_at is null;
  end if;
  return null;
end $$;
create trigger left_the_school after delete on membership for each row execute function end_what_a_school_gave();

-- The log only grows, in the order of time: its days are found without reading all of it.
create index audit_event_at on audit_event using brin (at);
