-- Whoever asks for it reads each answer again before it is recorded; the time of such an answer counts the rereading too.
alter table person add column rereads_answers boolean not null default false;
alter table answer add column reread boolean not null default false;
