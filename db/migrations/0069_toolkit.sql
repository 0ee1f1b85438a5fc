-- The toolkit: resources, each in one language first, with translations that say from which revision they were made.
create table published.resource (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) between 3 and 80),
  position integer not null,
  kind text not null,
  audiences text[] not null,
  ages text[] not null,
  sections text[] not null,
  articles integer[] not null,
  licence text not null,
  -- In which it was written, and all in which it can be read.
  language text not null,
  languages text[] not null,
  -- How to act with a child or a suspicion: never translated by machine.
  safeguarding boolean not null,
  -- Newest of the original.
  revision integer not null check (revision > 0),
  -- What a search looks through: its words and those of its translations, folded as the directory folds names.
  folded text not null,
  published_at timestamptz not null,
  changed_at timestamptz not null,
  withdrawn_at timestamptz
);
create index resource_in_order on published.resource (position, id) where withdrawn_at is null;

-- Every revision of the original; of a translation one for each revision that it was made from.
create table published.resource_text (
  resource text not null references published.resource (id),
  language text not null,
  revision integer not null check (revision > 0),
  title text not null check (title <> ''),
  summary text not null,
  -- Markdown; empty for a link.
  body text not null,
  link text,
  sources text[] not null,
  origin text not null check (origin in ('person', 'machine')),
  written_at timestamptz not null,
  primary key (resource, language, revision),
  check ((body = '') = (link is not null))
);

create table published.resource_package (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) between 2 and 80),
  position integer not null,
  -- By code of the language.
  titles jsonb not null,
  about jsonb not null
);
create table published.resource_packed (
  package text not null references published.resource_package (id) on delete cascade,
  resource text not null references published.resource (id),
  position integer not null,
  primary key (package, resource)
);

-- Somebody needs a resource in a language that it is not there in, or took one: a row is one time, without a day and
-- without anything about who. The public side may write here and not read.
create table intake.resource_count (
  resource text not null,
  language text not null,
  what text not null check (what in ('wanted', 'taken')),
  month date not null check (extract(day from month) = 1)
);
create table office.resource_count (
  resource text not null references published.resource (id),
  language text not null,
  what text not null check (what in ('wanted', 'taken')),
  -- Its first moment in UTC.
  month timestamptz not null,
  times integer not null check (times > 0),
  primary key (resource, language, what, month)
);
