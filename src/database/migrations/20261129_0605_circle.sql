-- Who answers for a young person among those who run the GPDS; handed over when they leave.
alter table follow_up add column lead uuid references person (id) on delete set null;
update follow_up set lead = opened_by;
create index follow_up_lead on follow_up (lead) where closed_on is null;

-- Who opened a file, as what, and when: a line a day, gone with the file.
create table follow_up_reading (
  id uuid primary key,
  follow_up_id uuid not null references follow_up (id) on delete cascade,
  person_id uuid references person (id) on delete set null,
  access text not null check (access in ('referent', 'chair', 'member', 'observer', 'tutor', 'guest')),
  on_day date not null,
  last_at timestamptz not null
);
create unique index follow_up_reading_day on follow_up_reading (follow_up_id, person_id, access, on_day);
create index follow_up_reading_person on follow_up_reading (person_id);
