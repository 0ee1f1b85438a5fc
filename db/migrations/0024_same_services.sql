-- Services that are there twice: brought together or told apart. Where the address of the one that is gone leads stands in
-- published.service_successor, as for those of two towns that merged.

-- Taken out of a draft in favour of another service, until the town publishes: then the address leads there.
create table office.service_merge (
  removed uuid primary key references office.draft_service (id),
  authority uuid not null references published.authority (id),
  -- Of the same town, or of another that serves it.
  stays uuid not null,
  at timestamptz not null,
  check (removed <> stays)
);
create index service_merge_by_authority on office.service_merge (authority);
create index service_merge_by_stays on office.service_merge (stays);

-- "Not the same": holds until what made the two look alike changes. `facts_sha256` is of names, numbers and addresses of
-- the net, never of a place.
create table office.not_same (
  authority uuid not null references published.authority (id),
  one uuid not null,
  other uuid not null,
  facts_sha256 text not null,
  at timestamptz not null,
  primary key (authority, one, other),
  check (one < other)
);
