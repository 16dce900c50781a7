-- Who needs more time keeps their session open for a whole day, on a device of their own.
alter table session add column long boolean not null default false;
