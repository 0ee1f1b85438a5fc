-- Others than signatory towns come to a meeting, too: associations, and organisations that host or secretariat invite.

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
