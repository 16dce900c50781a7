-- « Aucun établissement » is an answer too: with it, the first visit resumes where it stopped, on any device.
alter table person add column school_answered boolean not null default false;
