-- Good practices of towns: the text a town works on, and what is public of it.
create table office.practice (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  state text not null check (state in ('draft', 'submitted', 'returned', 'published', 'withdrawn')),
  facts jsonb not null,
  revision integer not null default 1,
  -- The measure of an action plan that it was begun from.
  plan uuid,
  measure uuid,
  -- The version that is or was public; nothing has been yet where it is null.
  version integer,
  begun_at timestamptz not null,
  begun_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  submitted_at timestamptz,
  submitted_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  -- Why it was returned, or taken down.
  reasons text not null default '',
  ended_at timestamptz,
  check ((plan is null) = (measure is null)),
  check ((state = 'withdrawn') = (ended_at is not null))
);
create unique index practice_of_measure on office.practice (plan, measure) where state <> 'withdrawn';
create index practice_of_authority on office.practice (authority);
create index practice_waiting on office.practice (submitted_at) where state = 'submitted';

create table published.practice (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  version integer not null,
  status text not null check (status in ('published', 'withdrawn')),
  section text not null,
  cost text not null,
  articles integer[] not null,
  kinds text[] not null,
  -- In which it was written, and all in which it can be read.
  language text not null,
  languages text[] not null,
  -- What a search looks through: its words and those of its translations, folded as the directory folds names.
  folded text not null,
  first_published_at timestamptz not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  check ((status = 'withdrawn') = (withdrawn_at is not null))
);
create index published_practice_newest on published.practice (published_at desc, id) where status = 'published';
create index published_practice_articles on published.practice using gin (articles);
create index published_practice_of_authority on published.practice (authority);

-- Never changed but to take a person out.
create table published.practice_version (
  practice uuid not null references published.practice (id),
  version integer not null,
  facts jsonb not null,
  published_at timestamptz not null,
  primary key (practice, version)
);

create table published.practice_translation (
  practice uuid not null references published.practice (id),
  language text not null,
  -- Of the original that it was made from.
  version integer not null,
  parts jsonb not null,
  origin text not null check (origin in ('person', 'machine')),
  revision integer not null default 1,
  -- Whose it is; the secretariat's where both are null.
  authority uuid references published.authority (id),
  association uuid references published.association (id),
  translated_at timestamptz not null,
  primary key (practice, language),
  check (authority is null or association is null)
);

create table published.practice_use (
  practice uuid not null references published.practice (id),
  authority uuid not null references published.authority (id),
  sentence text not null,
  said_at timestamptz not null,
  primary key (practice, authority)
);

create table published.practice_collection (
  id uuid primary key,
  language text not null,
  title text not null,
  sentence text not null,
  revision integer not null default 1,
  made_at timestamptz not null
);
create table published.practice_collected (
  collection uuid not null references published.practice_collection (id) on delete cascade,
  practice uuid not null references published.practice (id),
  position integer not null,
  primary key (collection, practice)
);

-- What offices of other towns ask the office of a practice; between the two.
create table office.practice_question (
  id uuid primary key,
  practice uuid not null references office.practice (id) on delete cascade,
  authority uuid not null references published.authority (id),
  -- Whose turn it is.
  waits text not null check (waits in ('town', 'asker')),
  asked_at timestamptz not null,
  changed_at timestamptz not null,
  unique (practice, authority)
);
create index practice_question_of_authority on office.practice_question (authority);
create table office.practice_message (
  id uuid primary key,
  question uuid not null references office.practice_question (id) on delete cascade,
  side text not null check (side in ('town', 'asker')),
  -- Empty where it was taken out.
  text text not null,
  written_at timestamptz not null,
  written_by uuid
);
create index practice_message_of_question on office.practice_message (question, written_at);
