-- The programme of a meeting: what host and secretariat write, and what of it was released.

create table office.programme (
  meeting uuid primary key references published.meeting (id),
  -- Of the meeting, as [{ id, name }], in the order in which they are shown.
  rooms jsonb not null default '[]',
  revision integer not null default 1,
  changed_at timestamptz not null
);

create table office.programme_session (
  id uuid primary key,
  meeting uuid not null references published.meeting (id),
  -- Title, what, day, times, room, languages, materials: nobody is named here.
  facts jsonb not null,
  -- It was released, and does not take place.
  cancelled boolean not null default false,
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid
);
create index programme_session_of_meeting on office.programme_session (meeting);

-- Names of speakers stand apart: they go half a year after the meeting, and the rest stays.
create table office.programme_speaker (
  session uuid not null references office.programme_session (id) on delete cascade,
  position integer not null,
  name text not null,
  primary key (session, position)
);

-- Never changed but to take out a person.
create table published.programme_release (
  meeting uuid not null references published.meeting (id),
  version integer not null,
  document jsonb not null,
  released_at timestamptz not null,
  primary key (meeting, version)
);

create table published.programme_speaker (
  meeting uuid not null,
  version integer not null,
  session uuid not null,
  position integer not null,
  name text not null,
  primary key (meeting, version, session, position),
  foreign key (meeting, version) references published.programme_release (meeting, version)
);
