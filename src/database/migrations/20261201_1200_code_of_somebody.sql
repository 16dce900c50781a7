-- A code that shows an address of the académie is of the person who asked for it: it signs nobody in, and nobody else tries it.
alter table sign_in_code add column for_person uuid references person on delete cascade;
create index on sign_in_code (for_person);
