-- Short numbers that no list knows and that the office of a town has dialled (decision 103). Without who: that stands in
-- the trail.
create table office.dialled_short_number (
  authority uuid not null references published.authority (id),
  number text not null check (number ~ '^[0-9]{2,6}$'),
  at timestamptz not null,
  primary key (authority, number)
);
