-- What the office of a country says about its help numbers, over the file that the product ships with. Public: whoever
-- confirmed stands there as an office, never as a person. One row a line; a line without one is as shipped.
create table published.helpline (
  country text not null check (country ~ '^[A-Z]{2}$'),
  -- The line's name within its country: kind and number, or kind and address. It stays when the number is corrected.
  line text not null check (line ~ '^[a-z0-9-]{3,120}$'),
  -- One more with every change.
  revision integer not null check (revision > 0),
  -- All facts of the line with its confirmation; where that is null, what is shipped counts again.
  facts jsonb not null,
  withdrawn_on date,
  -- Which office: an association's id, or 'secretariat'.
  withdrawn_by text,
  primary key (country, line),
  check ((withdrawn_on is null) = (withdrawn_by is null))
);

-- What was done with a line, and the words of the office about it, which are not for the public. Kept three years; the
-- audit record stays.
create table office.helpline_act (
  id uuid primary key,
  country text not null,
  line text not null,
  -- Of the line after the act.
  revision integer not null,
  at timestamptz not null,
  action text not null check (action in ('confirm', 'correct', 'add', 'withdraw', 'restore')),
  -- An association's id, or 'secretariat'.
  office text not null,
  person uuid not null,
  -- Why it was withdrawn.
  reason text check (reason in ('wrong', 'closed', 'changed', 'other')),
  note text not null default '' check (length(note) <= 500),
  before jsonb,
  after jsonb not null,
  unique (country, line, revision)
);
create index helpline_act_by_at on office.helpline_act (at);
