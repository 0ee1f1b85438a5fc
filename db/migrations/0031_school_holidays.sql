-- When school holidays are, as a town or an area has entered them: the narrowest one that has any counts for a place.
create table published.school_holiday (
  authority uuid not null references published.authority (id),
  first_day date not null,
  -- Inclusive.
  last_day date not null check (last_day >= first_day),
  primary key (authority, first_day)
);
