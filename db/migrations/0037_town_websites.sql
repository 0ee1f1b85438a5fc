-- What was seen of a town's page in the town's own website, when somebody looked last.
create table office.website_look (
  authority uuid primary key references published.authority (id),
  -- As somebody typed it.
  address text not null check (length(address) <= 2000),
  looked_at timestamptz not null,
  -- Codes and what stands beside them: no text of the website.
  findings jsonb not null,
  -- How often somebody has looked.
  revision integer not null default 1
);
