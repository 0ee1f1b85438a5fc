-- What towns ask their association, and what becomes of it.
create table office.question (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  association uuid not null references published.association (id),
  subject text not null check (length(subject) between 1 and 200),
  -- The page of the office on which somebody began to ask: a path of ours, without a query.
  page text check (page ~ '^/office/[a-z0-9/-]+$' and length(page) <= 300),
  -- open: it waits for the association; waiting: for the town.
  state text not null default 'open' check (state in ('open', 'waiting', 'answered', 'closed')),
  -- Counts messages, notes and decisions: whoever writes has seen what was there.
  revision integer not null default 1,
  asked_at timestamptz not null,
  asked_by uuid,
  changed_at timestamptz not null,
  -- The coordinator who takes care of it.
  taken_by uuid,
  closed_at timestamptz,
  check ((state = 'closed') = (closed_at is not null))
);
create index question_of_authority on office.question (authority, changed_at desc);
create index question_of_association on office.question (association, state, changed_at);

create table office.question_message (
  id uuid primary key,
  question uuid not null references office.question (id) on delete cascade,
  at timestamptz not null,
  -- Who says it.
  side text not null check (side in ('town', 'association')),
  -- A note is for the association alone.
  note boolean not null default false,
  person uuid,
  -- How it came: written here, sent as an answer to our mail, or put in by a coordinator who had it by mail.
  way text not null default 'office' check (way in ('office', 'mail', 'pasted')),
  received_on date,
  entered_by uuid,
  -- Empty where it was taken out.
  text text not null check (length(text) <= 10000),
  -- What an answer by mail repeats of earlier mails.
  quoted text not null default '' check (length(quoted) <= 40000),
  -- Files that came with a mail and were not taken.
  files integer not null default 0,
  taken_out_at timestamptz,
  check (not note or side = 'association'),
  check ((way = 'pasted') = (received_on is not null)),
  check ((text = '') = (taken_out_at is not null))
);
create index message_of_question on office.question_message (question, at);
