-- Meetings: of the signatories, every two years in one of their cities, and the earlier ones that led to them.

create table published.meeting (
  id uuid primary key,
  -- One a year; it stands in the address.
  year integer not null unique check (year between 2000 and 2999),
  -- 'signatories': held by this Pact; 'associations': of national associations of local and regional authorities.
  kind text not null check (kind in ('signatories', 'associations')),
  -- Both null while nobody has set them; a meeting of one day begins and ends on it.
  starts date,
  ends date,
  -- Where it is held, as the place calls itself; empty while that is open.
  place text not null default '',
  -- Of the place, upper case; null while that is open.
  country char(2),
  -- IANA name of the place's time zone.
  time_zone text not null default 'UTC',
  -- The signatory that receives the others; null: not chosen yet, or none known here.
  host uuid references published.authority (id),
  -- What it is about, by code of the language.
  about jsonb not null default '{}',
  -- Where an earlier one is told of; empty where this software is the source.
  source text not null default '',
  demonstration boolean not null default false,
  revision integer not null default 1,
  changed_at timestamptz not null,
  check ((starts is null) = (ends is null) and ends >= starts),
  check (starts is null or extract(year from starts) = year)
);
create index meeting_by_host on published.meeting (host);

alter table accounts.role add constraint role_meeting_fkey foreign key (meeting) references published.meeting (id);
