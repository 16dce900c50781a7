-- When and where one registers for the CPLDS in an académie, as a trainer of this académie wrote it down, with its source.
create table certificate_registration (
  id uuid primary key,
  academie text not null references academie (code),
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  place text not null check (length(place) between 1 and 200),
  url text check (url ~ '^https://' and length(url) <= 300),
  source text not null check (length(source) between 1 and 200),
  entered_by uuid references person (id) on delete set null,
  entered_at timestamptz not null,
  unique (academie, opens_on, closes_on)
);
create index certificate_registration_entered_by on certificate_registration (entered_by);
