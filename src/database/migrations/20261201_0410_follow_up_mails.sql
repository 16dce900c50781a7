-- A mail a day at most says that something waits in the follow-up, never what, nor about whom. No row: it was never sent, and
-- nobody refused it.
create table follow_up_mail (
  person_id uuid primary key references person (id) on delete cascade,
  wanted boolean not null,
  link_id uuid not null unique,
  link_key bytea not null check (length(link_key) = 32),
  changed_at timestamptz not null
);

alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check
  check (kind in ('reminder', 'plan-due', 'companion-asked', 'companion-wrote', 'group', 'follow-up'));
