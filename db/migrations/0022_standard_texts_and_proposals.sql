-- Standard texts: what an association or an area writes about a kind of service, for its towns to take over. A service
-- names the text it uses (`standard` in its facts); what it leaves empty is filled in when a page is read.
create table published.standard_text (
  id uuid primary key,
  owner_type text not null check (owner_type in ('authority', 'association')),
  -- An authority whose services its towns inherit, or an association.
  owner uuid not null,
  kind text not null,
  version integer not null check (version > 0),
  words jsonb not null,
  published_at timestamptz not null,
  -- From then on the words never change: they are the towns' own.
  withdrawn_at timestamptz
);
create index standard_text_by_owner on published.standard_text (owner, kind);

-- Every version: what a page said on a day can be told.
create table published.standard_version (
  standard uuid not null references published.standard_text (id),
  version integer not null,
  words jsonb not null,
  published_at timestamptz not null,
  primary key (standard, version)
);
create index service_by_standard on published.service ((facts ->> 'standard')) where facts ? 'standard';

-- What its office is working on. Gone once the text is withdrawn.
create table office.standard_draft (
  id uuid primary key,
  owner_type text not null check (owner_type in ('authority', 'association')),
  owner uuid not null,
  kind text not null,
  -- Code of the language in which it is written; all others are translated from it.
  language text not null,
  words jsonb not null,
  revision integer not null check (revision > 0),
  changed_at timestamptz not null,
  unique (owner, kind)
);

-- Which version of a text whoever looks after a service has looked at.
create table office.standard_look (
  service uuid primary key,
  standard uuid not null references published.standard_text (id),
  version integer not null,
  -- They know that it was withdrawn.
  withdrawn boolean not null default false
);

-- What an office decided about an item of the proposal for its town. The items themselves are worked out from what is
-- published, each time anew; `item` is the name of one (app/areas/proposals/proposal-rules.ts).
create table office.proposal_decision (
  authority uuid not null references published.authority (id),
  item text not null check (length(item) between 1 and 200),
  decision text not null check (decision in ('accepted', 'refused')),
  -- Where it came from: the authority or association whose words or service it was.
  origin uuid,
  -- Of the kind that it was about, and the service that was drafted from it.
  kind text not null,
  service uuid,
  decided_at timestamptz not null,
  primary key (authority, item)
);
