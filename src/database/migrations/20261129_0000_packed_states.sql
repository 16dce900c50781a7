-- States as bytes: 16 means then the lower triangle of the covariance, 64-bit floats, to the last bit what the two lists held.
-- A row with its state now fits in its page, where each answer moved two kilobytes out of line and back.
create function packed_state(mean double precision[], covariance double precision[]) returns bytea
  language sql immutable strict as $$
  select string_agg(float8send(value), ''::bytea order by place) from (
    select place, mean[place] as value from generate_series(1, 16) as place
    union all
    select 16 + (r * (r - 1)) / 2 + c, covariance[16 * (r - 1) + c]
      from generate_series(1, 16) as r, lateral generate_series(1, r) as c
  ) as numbers
$$;

alter table person_ability add column state bytea check (octet_length(state) = 1216);
update person_ability set state = packed_state(mean, covariance);
alter table person_ability alter column state set not null, alter column state set storage plain,
  drop column mean, drop column covariance,
  -- room for the next state beside the last, so that an answer changes no index
  set (fillfactor = 50);

alter table evaluation
  add column state_before bytea check (octet_length(state_before) = 1216),
  add column state_after bytea check (octet_length(state_after) = 1216);
update evaluation set state_before = packed_state(mean_before, covariance_before),
  state_after = packed_state(mean_after, covariance_after);
alter table evaluation alter column state_before set not null,
  alter column state_before set storage plain, alter column state_after set storage plain,
  drop column mean_before, drop column covariance_before, drop column mean_after, drop column covariance_after,
  add constraint evaluation_open_has_no_end check ((status = 'open') = (state_after is null));

drop function packed_state(double precision[], double precision[]);
