-- Finer credits: one less a mistake, instead of 3 at most. Stored credits keep their value, and the parameters they were
-- measured with.
alter table answer drop constraint answer_credit_check, add constraint answer_credit_check check (credit between 0 and 10);
