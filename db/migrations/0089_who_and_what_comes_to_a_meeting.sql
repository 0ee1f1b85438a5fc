-- Others than signatory towns come to a meeting, too: associations, and organisations that host or secretariat invite. And a market of good practice.

create table office.meeting_guest (
  id uuid primary key,
  meeting uuid not null references published.meeting (id),
  -- Each kind has places of its own.
  kind text not null check (kind in ('observer', 'partner')),
  name text not null,
  -- Who registers its people; null: forgotten.
  contact uuid,
  invited_at timestamptz not null,
  invited_by uuid
);
create index meeting_guest_of_meeting on office.meeting_guest (meeting);
create index meeting_guest_by_contact on office.meeting_guest (contact);

alter table office.delegate alter column authority drop not null;
alter table office.delegate add column association uuid references published.association (id);
alter table office.delegate add column guest uuid references office.meeting_guest (id) on delete cascade;
alter table office.delegate add constraint delegate_of_one check (num_nonnulls(authority, association, guest) = 1);
create index delegate_of_association on office.delegate (association) where association is not null;
create index delegate_of_guest on office.delegate (guest) where guest is not null;

-- Good practice that towns show at the market of a meeting: all of it is public.
create table published.market_stand (
  meeting uuid not null references published.meeting (id),
  practice uuid not null references published.practice (id) on delete cascade,
  -- Who shows it.
  authority uuid not null references published.authority (id),
  -- Where and when, as the host says; empty and null until then.
  stand text not null default '',
  day date,
  starts text check (starts ~ '^[0-2][0-9]:[0-5][0-9]$'),
  ends text check (ends ~ '^[0-2][0-9]:[0-5][0-9]$'),
  offered_at timestamptz not null,
  revision integer not null default 1,
  primary key (meeting, practice)
);
create index market_stand_of_practice on published.market_stand (practice);
create index market_stand_of_authority on published.market_stand (authority);
