-- Whoever holds the sheet of information may ask who read the file, and why.
alter table data_request drop constraint data_request_kind_check;
alter table data_request add constraint data_request_kind_check check (kind in ('opposition', 'correction', 'readings'));
