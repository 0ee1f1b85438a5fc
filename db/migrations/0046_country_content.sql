-- What an association says for its whole country: legal notes for families, model letters for its towns.

-- A note as it is being written. Its source is never missing: without one nobody could check it.
create table office.legal_note (
  country text not null check (country ~ '^[A-Z]{2}$'),
  -- An id of data/legal-topics.json.
  topic text not null,
  -- In which it is written.
  language text not null,
  words jsonb not null,
  law text not null check (law <> ''),
  article text not null default '',
  url text not null check (url ~ '^https?://'),
  checked_on date not null,
  revision integer not null,
  changed_at timestamptz not null,
  primary key (country, topic)
);

-- What families read.
create table published.legal_note (
  country text not null check (country ~ '^[A-Z]{2}$'),
  topic text not null,
  language text not null,
  words jsonb not null,
  law text not null check (law <> ''),
  article text not null default '',
  url text not null check (url ~ '^https?://'),
  checked_on date not null,
  version integer not null,
  published_at timestamptz not null,
  primary key (country, topic)
);

-- Countries in which who wrote a note does not publish it.
create table office.country_two_pairs (
  country text primary key check (country ~ '^[A-Z]{2}$'),
  since timestamptz not null
);

-- Letters for the towns of an association, read whenever a town asks and never copied.
create table office.model_letter (
  id uuid primary key,
  association uuid not null references published.association (id),
  language text not null,
  -- Title and text by language.
  words jsonb not null,
  -- What towns get; null: nothing yet.
  published jsonb,
  version integer not null default 0,
  revision integer not null,
  changed_at timestamptz not null
);
create index model_letter_by_association on office.model_letter (association);
