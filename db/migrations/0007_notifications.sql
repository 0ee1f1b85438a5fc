-- What persons are told by mail: when they want it, what they were told, what waits to be told together.
create schema notifications;

-- Without a row: at once. Only kinds that can wait are ever written.
create table notifications.choice (
  person uuid not null references accounts.person (id) on delete cascade,
  kind text not null,
  timing text not null check (timing in ('at-once', 'daily', 'weekly', 'never')),
  changed_at timestamptz not null,
  primary key (person, kind)
);

-- Nobody is told the same thing twice. A key names things by id and holds no text; entries go after 400 days.
create table notifications.told (
  person uuid not null references accounts.person (id) on delete cascade,
  key text not null check (length(key) between 1 and 200),
  told_at timestamptz not null,
  primary key (person, key)
);
create index told_by_time on notifications.told (told_at);

-- Composed, to be told together: a row goes in the transaction that enqueues the mail, a week later at most.
create table notifications.kept (
  id bigint generated always as identity primary key,
  person uuid not null references accounts.person (id) on delete cascade,
  kind text not null,
  -- Of the text: the person may have changed theirs since.
  language text not null,
  text jsonb not null,
  -- Until when it has to be done.
  due timestamptz,
  kept_at timestamptz not null,
  -- From when the mail that holds it may go.
  digest_at timestamptz not null
);
create index kept_by_person on notifications.kept (person, kind);
create index kept_by_digest on notifications.kept (digest_at);
