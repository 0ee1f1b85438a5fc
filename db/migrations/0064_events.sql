-- The European Day, 18 November: an edition a year, and what towns do around it.

create table published.event_edition (
  year integer primary key check (year between 2015 and 2100),
  -- By code of the language; empty where nobody has said one.
  themes jsonb not null,
  -- The page on which the theme stands; empty where there is no theme.
  source text not null,
  demonstration boolean not null,
  revision integer not null default 1,
  changed_at timestamptz not null
);

-- What an office writes. An event for invited children has no place: not in a draft, not in a version, not in what is
-- listed. The database itself refuses one.
create table office.event (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  facts jsonb not null check (facts ->> 'access' <> 'invited' or not facts ?| array['where', 'place', 'link', 'entry']),
  -- What was done, once the day is over.
  after jsonb,
  cancelled boolean not null default false,
  revision integer not null default 1,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid,
  -- Waits for a second person to look at this revision of it.
  asked_at timestamptz,
  asked_by uuid,
  asked_revision integer,
  -- From whoever sent it back.
  answer text not null default '',
  check ((asked_at is null) = (asked_revision is null))
);
create index event_of_authority on office.event (authority);
create index event_waiting on office.event (asked_at) where asked_at is not null;

-- The newest version of each, as lists and feeds read it.
create table published.event (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  -- ISO 3166-1, of the authority.
  country text not null,
  year integer not null references published.event_edition (year),
  version integer not null,
  status text not null check (status in ('planned', 'cancelled')),
  access text not null check (access in ('public', 'invited')),
  kind text not null,
  -- Days and times as the clocks of the place show them, in the time zone of the place.
  starts timestamp not null,
  ends timestamp,
  zone text not null,
  starts_at timestamptz not null,
  -- Null: it is for invited children.
  place text,
  online boolean not null,
  -- In which its texts are written, and in these or others it is held.
  language text not null,
  languages text[] not null,
  -- By code of the language.
  titles jsonb not null,
  texts jsonb not null,
  -- How many came, as the town has said afterwards.
  people integer check (people >= 0),
  told boolean not null,
  first_published_at timestamptz not null,
  published_at timestamptz not null,
  check ((access = 'invited') = (place is null))
);
create index published_event_listed on published.event (year, starts_at, id);
create index published_event_of_country on published.event (year, country, starts_at, id);
create index published_event_of_authority on published.event (authority, starts_at);

-- Never changed but to take out a place or a person.
create table published.event_version (
  event uuid not null references published.event (id),
  version integer not null,
  document jsonb not null check (
    document -> 'event' ->> 'access' <> 'invited'
    or not (document -> 'event') ?| array['where', 'place', 'link', 'entry']),
  published_at timestamptz not null,
  -- A place was taken out of it later.
  redacted boolean not null default false,
  primary key (event, version)
);
