-- Directories kept by others that a town follows: fetched at night, into the draft.
create table office.service_feed (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  -- Name of the list: together with the feed's own ids it says which service is which.
  source text not null check (length(source) between 1 and 200),
  url text not null check (length(url) <= 2000),
  -- Of texts that do not say theirs.
  language text not null,
  -- Of services whose kind the feed does not say; empty: they are refused.
  default_kind text not null,
  every text not null check (every in ('day', 'week')),
  -- At the place.
  hour integer not null check (hour between 0 and 23),
  -- Who wins where both have changed; ask: nothing is taken over before somebody has looked.
  conflict text not null check (conflict in ('feed', 'own', 'ask')),
  revision integer not null default 1,
  set_up_by uuid not null,
  set_up_at timestamptz not null,
  next_at timestamptz not null,
  -- An officer wants to see what would happen, now.
  look boolean not null default false,
  -- The process that fetches it, and until when nobody else does.
  claim uuid,
  claimed_until timestamptz,
  -- Of what was followed last.
  etag text,
  last_modified text,
  -- In a row.
  failures integer not null default 0,
  -- The newest first.
  results jsonb not null default '[]',
  -- Ids of services of the draft that the feed no longer had when it was followed last.
  gone jsonb not null default '[]',
  unique (authority, source)
);
create index service_feed_due on office.service_feed (next_at);

-- What a feed says waits like a list that was brought.
alter table office.service_upload add column feed uuid references office.service_feed (id) on delete cascade;
create index service_upload_by_feed on office.service_upload (feed);
