-- An alert names a pupil by a code, as the author typed it, or by a level only; a short word may say more.
alter table alert add column code text check (code ~ '^[A-HJ-NP-Z2-9]{2}-[A-HJ-NP-Z2-9]{3}$');
alter table alert add column word text check (length(word) between 1 and 140);
alter table alert alter column level drop not null;
alter table alert add constraint alert_level_check check (level in
  ('ecole', '6e', '5e', '4e', '3e', '2de', '1re', 'terminale', 'cap-1', 'cap-2', '2de-pro', '1re-pro', 'terminale-pro', 'autre'));
alter table alert add constraint alert_about_check check (code is not null or level is not null);

-- What was said of a young person goes with their file.
alter table alert drop constraint alert_follow_up_id_fkey;
alter table alert add constraint alert_follow_up_id_fkey foreign key (follow_up_id) references follow_up (id) on delete cascade;
create index alert_follow_up on alert (follow_up_id);
create index alert_unattached on alert (created_at) where follow_up_id is null;
