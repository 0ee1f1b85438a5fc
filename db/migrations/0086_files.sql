-- Files that people send, by the SHA-256 of what is in them. Their content stands outside of the database.
create table office.kept_file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  type text not null,
  bytes integer not null check (bytes > 0),
  -- When it was last sent: what nobody refers to goes a day later.
  kept_at timestamptz not null
);

-- A resource of the toolkit may be a file, in each language another: {"sha256", "type", "bytes"}.
alter table published.resource_text add column file jsonb;
alter table published.resource_text drop constraint resource_text_check;
alter table published.resource_text add constraint resource_text_holds
  check (case when link is null then body <> '' or file is not null else body = '' and file is null end);
alter table office.resource_offer add column file jsonb;

-- Originals that the secretariat writes in the browser; somebody else of it publishes them, as the next revision.
create table office.resource_draft (
  id uuid primary key,
  -- Of the resource that there is, or will be.
  resource text not null check (resource ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(resource) between 3 and 80),
  -- Newest of the resource when it was begun; 0: there was none.
  made_from integer not null check (made_from >= 0),
  state text not null check (state in ('draft', 'sent', 'returned', 'published')),
  facts jsonb not null,
  title text not null,
  summary text not null,
  body text not null,
  link text not null,
  sources text not null,
  file jsonb,
  revision integer not null default 1,
  reasons text not null default '',
  begun_at timestamptz not null,
  begun_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  check ((state in ('returned', 'published')) = (decided_at is not null))
);
-- One that is under way for each resource.
create unique index resource_draft_open on office.resource_draft (resource) where state <> 'published';
