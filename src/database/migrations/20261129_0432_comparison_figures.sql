-- Schools that do not take part, for a difference of differences: a file with its licence, one per académie.
create table comparison_figure (
  academie text not null references academie (code),
  school_year smallint not null check (school_year between 2000 and 2100),
  enrolled integer not null check (enrolled >= 0),
  left_without_solution integer not null check (left_without_solution >= 0),
  source text not null check (length(source) between 1 and 200),
  licence text not null check (length(licence) between 1 and 60),
  entered_by uuid references person (id) on delete set null,
  entered_at timestamptz not null,
  primary key (academie, school_year),
  check (left_without_solution <= enrolled)
);
