-- Which associations have the websites of their members looked at.
create table office.site_search (
  association uuid primary key references published.association (id),
  begun_at timestamptz not null,
  -- Null: websites are looked at, again and again.
  stopped_at timestamptz
);

-- Where a town's website is looked at, and when next: the queue of the finder.
create table office.town_site (
  authority uuid primary key references published.authority (id),
  -- As a coordinator typed it; it makes no official domain. Null: the first page of those.
  start_address text check (length(start_address) <= 2000),
  -- Null: not by itself.
  due_at timestamptz,
  -- A coordinator asked for it and waits.
  asked_at timestamptz,
  begun_at timestamptz,
  -- The process that looks at it, and until when it may take: after that somebody else begins anew.
  walker uuid,
  claimed_until timestamptz
);
create index town_site_due on office.town_site (due_at) where due_at is not null;
create index town_site_begun on office.town_site (begun_at);

-- What a town's own website has, as far as it is known: one row says it, for whoever counts.
create table office.site_finding (
  authority uuid primary key references published.authority (id),
  -- What counts, a person's word over what was found; null: it could not be looked at yet.
  verdict text check (verdict in ('embedded', 'export', 'checklist', 'page', 'none')),
  -- When it was seen or said.
  verdict_at timestamptz,
  -- What was found last. One sentence of the page at most, without mail addresses and numbers.
  found text check (found in ('embedded', 'export', 'checklist', 'page', 'none')),
  found_at timestamptz,
  found_address text check (length(found_address) <= 2000),
  sentence text not null default '' check (length(sentence) <= 200),
  kinds text[] not null default '{}',
  -- When a copy of ours was made, where it says so.
  made_at timestamptz,
  pages integer not null default 0,
  -- The last time that somebody tried, and why that showed nothing.
  tried_at timestamptz,
  unseen text,
  -- Where it leads, where that is somebody else.
  unseen_detail text not null default '' check (length(unseen_detail) <= 2000),
  -- What a coordinator says, and about what.
  said text check (said in ('right', 'page', 'none')),
  said_verdict text check (said_verdict in ('embedded', 'export', 'checklist', 'page', 'none')),
  said_address text check (length(said_address) <= 2000),
  said_about text,
  said_at timestamptz,
  said_by uuid,
  kept_at timestamptz not null,
  revision integer not null default 1,
  check ((said is null) = (said_at is null) and (said is null) = (said_verdict is null)),
  check ((found is null) = (found_at is null)),
  check ((verdict is null) = (verdict_at is null))
);
