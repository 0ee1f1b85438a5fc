-- Addresses of the net that published pages name: each once, however many services have it.
create table office.web_address (
  -- Of the address, in hexadecimal: addresses can be longer than an index takes.
  sha256 text primary key,
  url text not null,
  -- Last found on a published page.
  wanted_at timestamptz not null,
  -- The night in which it was last asked.
  checked_on date,
  outcome text check (outcome in ('answers', 'gone', 'failing', 'unclear')),
  -- What was seen: a status, or why nobody answered.
  seen text not null default '',
  -- Nights in a row: without an answer, and among them those that said plainly that nothing is there.
  bad_nights integer not null default 0,
  gone_nights integer not null default 0,
  -- Where it leads for good, and for how many nights in a row.
  leads_to text,
  leads_nights integer not null default 0
);
create index web_address_in_turn on office.web_address (checked_on, sha256);
create index web_address_failing on office.web_address (checked_on) where bad_nights > 0;

-- What a machine found on a published page that somebody should look at. Goes by itself when it is mended.
create table office.finding (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  thing text not null check (thing in ('service', 'answer')),
  -- Id of the service, or of the kind that is answered.
  thing_id text not null,
  -- The field it stands in.
  fact text not null,
  kind text not null,
  -- First things first.
  rank integer not null,
  -- What exactly, as it is published: as long as it stays the same, it is the same finding.
  value text not null,
  -- What was seen, or what could stand there instead.
  seen text not null,
  first_seen date not null,
  last_seen timestamptz not null,
  times integer not null default 1,
  -- Somebody said that it is no mistake.
  hidden_at timestamptz
);
create unique index finding_once on office.finding (authority, thing, thing_id, fact, kind, md5(value));
create index finding_by_service on office.finding (thing_id);

-- When a town's page was last looked over.
create table office.town_looked_over (
  authority uuid primary key references published.authority (id),
  night date not null
);
