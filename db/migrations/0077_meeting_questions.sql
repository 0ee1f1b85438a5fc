-- Questions that those who take part put to a meeting; the chair picks the order, answers, and publishes both or neither.

create table office.meeting_question (
  id uuid primary key,
  meeting uuid not null references published.meeting (id),
  authority uuid not null references published.authority (id),
  body text not null,
  language text not null,
  -- In which order they are taken; null: not picked.
  position integer check (position between 1 and 999),
  answered boolean not null default false,
  answer text not null default '',
  answer_language text not null default '',
  published boolean not null default false,
  revision integer not null default 1,
  asked_at timestamptz not null,
  asked_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  check (not published or (answered and answer <> ''))
);
create index meeting_question_of_meeting on office.meeting_question (meeting, position, asked_at);
create index meeting_question_of_authority on office.meeting_question (authority);

create table published.meeting_question (
  id uuid primary key,
  meeting uuid not null references published.meeting (id),
  authority uuid not null references published.authority (id),
  position integer,
  body text not null,
  language text not null,
  answer text not null,
  answer_language text not null,
  published_at timestamptz not null
);
create index published_meeting_question on published.meeting_question (meeting, position);
