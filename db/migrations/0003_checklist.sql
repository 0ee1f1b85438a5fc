-- Drafts: what officers are working on. One row per town, answer and service; `revision` counts edits, so that the second
-- of two officers is told what the first has changed.
create table office.draft_page (
  authority uuid primary key references published.authority (id),
  introduction jsonb not null default '{}',
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null
);

create table office.draft_answer (
  authority uuid not null references published.authority (id),
  kind text not null,
  answer jsonb not null,
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (authority, kind)
);

create table office.draft_service (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  facts jsonb not null,
  -- Where an imported service came from and its id there: importing again updates instead of adding.
  source text,
  source_id text,
  -- Of the facts as imported: an import never overwrites what an officer has changed since.
  source_sha256 text,
  revision integer not null default 1,
  removed_at timestamptz,
  changed_at timestamptz not null,
  changed_by text not null,
  unique (authority, source, source_id)
);
create index draft_service_by_authority on office.draft_service (authority) where removed_at is null;

-- Who published which version: a person's name stays in the office.
create table office.publication (
  authority uuid not null references published.authority (id),
  version integer not null,
  published_by text not null,
  published_at timestamptz not null,
  primary key (authority, version)
);

-- Published versions: immutable but for recorded redaction. `sha256` is of the RFC 8785 form of `document`.
create table published.snapshot (
  authority uuid not null references published.authority (id),
  version integer not null,
  document jsonb not null,
  sha256 text not null,
  published_at timestamptz not null,
  primary key (authority, version)
);

-- The newest version of each authority, and the projections that reading joins with.
create table published.current_snapshot (
  authority uuid primary key references published.authority (id),
  country text not null,
  version integer not null,
  foreign key (authority, version) references published.snapshot (authority, version)
);

create table published.service (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  country text not null,
  version integer not null,
  kinds text[] not null,
  position integer not null,
  facts jsonb not null
);
create index service_by_authority on published.service (authority);

-- Whose people a service is for; joined from both ends.
create table published.service_area (
  service uuid not null references published.service (id) on delete cascade,
  authority uuid not null references published.authority (id),
  primary key (service, authority)
);
create index service_area_by_authority on published.service_area (authority);

-- What was taken out of earlier versions, and why: the only change a version can see.
create table published.redaction (
  id bigint generated always as identity primary key,
  authority uuid not null,
  version integer not null,
  service uuid,
  reason text not null check (reason in ('confidential-place', 'erased-person')),
  -- Of the document afterwards. Not of the one before: with everything else known, its hash would betray an address.
  sha256 text not null,
  at timestamptz not null
);
create index redaction_by_authority on published.redaction (authority, version);
