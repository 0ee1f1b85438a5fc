-- Who comes to a meeting: what each signatory registers of its people. All of it goes half a year after the meeting.

create table office.meeting_registration (
  meeting uuid primary key references published.meeting (id),
  -- Days, at the place of the meeting; the last is still open.
  opens date,
  closes date,
  -- Places of one delegation, by category of signatory.
  quotas jsonb not null default '{}',
  -- The host's own system for checking in and video; empty where there is none.
  conference text not null default '',
  revision integer not null default 1,
  changed_at timestamptz not null,
  check (opens is null or closes is null or opens <= closes)
);

create table office.delegate (
  id uuid primary key,
  meeting uuid not null references published.meeting (id),
  authority uuid not null references published.authority (id),
  -- Of a child the first name alone.
  name text not null,
  child boolean not null,
  function text not null default '',
  email text not null default '',
  -- Codes of the languages into which this person needs interpretation.
  languages text[] not null default '{}',
  -- What one eats and needs to take part: shown to the host alone.
  diet text not null,
  diet_note text not null default '',
  access text[] not null default '{}',
  access_note text not null default '',
  -- Who comes along, without a place of their own.
  companion text not null default '',
  arrives date,
  leaves date,
  -- Needs a letter of invitation for a visa.
  visa boolean not null default false,
  -- Of a child.
  age_group text,
  adult uuid references office.delegate (id),
  safeguarding text,
  consented_at timestamptz,
  -- By which people move up.
  registered_at timestamptz not null,
  -- Null: on the waiting list.
  place_since timestamptz,
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid,
  -- What is kept of a child is all there, and nothing beside it.
  check (
    case when child
      then age_group is not null and adult is not null and safeguarding <> '' and consented_at is not null
        and function = '' and email = '' and companion = '' and not visa and position(' ' in name) = 0
      else age_group is null and adult is null and safeguarding is null and consented_at is null
    end
  )
);
create index delegate_of_meeting on office.delegate (meeting, authority, registered_at);
create index delegate_of_authority on office.delegate (authority);
create index delegate_with_adult on office.delegate (adult) where adult is not null;
