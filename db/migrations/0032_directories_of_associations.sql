-- Directories that an association follows: what they say becomes suggestions for towns, and never goes into a draft.
alter table office.service_feed
  alter column authority drop not null,
  add column association uuid references published.association (id),
  -- Of the demonstration: nothing is there to be fetched.
  add column fictional boolean not null default false,
  -- Somebody wants it followed now, although up to so many services are gone.
  add column may_lose integer check (may_lose >= 0),
  -- Of what is kept of it, see directory_service: which fetch, when it was last found to be so, what of it fits where.
  add column batch uuid,
  add column fetched_at timestamptz,
  add column placed jsonb,
  add constraint service_feed_owner check (num_nonnulls(authority, association) = 1),
  add constraint service_feed_of_association unique (association, source);

-- What such a directory says of services that belong to an authority of the country, as of one fetch. The fetch that the
-- feed names holds; others are on their way in or out.
create table office.directory_service (
  feed uuid not null references office.service_feed (id) on delete cascade,
  batch uuid not null,
  source_id text not null,
  facts jsonb not null,
  facts_sha256 text not null,
  -- Authorities that it belongs to, and by what: an area that it names, the name of its place, its point.
  authorities uuid[] not null,
  fits_by text not null check (fits_by in ('area', 'name', 'point')),
  -- Names, numbers and addresses of the net, folded: by these it is told from a place that is confidential here.
  marks text[] not null,
  primary key (feed, batch, source_id)
);
create index directory_service_by_authority on office.directory_service using gin (authorities);
create index directory_service_by_mark on office.directory_service using gin (marks);

-- Which directory a suggestion came from, as its association called it then.
alter table office.proposal_decision add column directory text;
