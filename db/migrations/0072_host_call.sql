-- How the host of a meeting is found: the call, questions, bids, reviewers and their scores, the choice.

-- One a meeting. Nothing in it is secret, drafts are only not shown yet.
create table published.host_call (
  meeting uuid primary key references published.meeting (id),
  opens timestamptz not null,
  -- Bids are changed until then, and never after.
  deadline timestamptz not null check (deadline > opens),
  -- IANA name: in which zone the deadline was set, and is told.
  zone text not null,
  -- By code of the language.
  requirements jsonb not null,
  -- [{ "weight": 3, "names": { "en": "…" } }]: a criterion is known by its place in the list.
  criteria jsonb not null,
  -- [{ "title": "…", "url": "https://…" }]
  documents jsonb not null default '[]',
  -- Last day for the scores of reviewers.
  scores_by date not null,
  published_at timestamptz,
  revision integer not null default 1,
  changed_at timestamptz not null
);

-- Who asks is for the secretariat alone.
create table office.host_question (
  id uuid primary key,
  meeting uuid not null references published.meeting (id),
  authority uuid not null references published.authority (id),
  text text not null,
  asked_at timestamptz not null,
  asked_by uuid,
  answered_at timestamptz
);
create index host_question_waiting on office.host_question (asked_at) where answered_at is null;
create table published.host_answer (
  question uuid primary key,
  meeting uuid not null references published.meeting (id),
  text text not null,
  answer text not null,
  answered_at timestamptz not null
);
create index host_answer_by_meeting on published.host_answer (meeting, answered_at);

create table office.host_bid (
  id uuid primary key,
  meeting uuid not null references published.meeting (id),
  authority uuid not null references published.authority (id),
  facts jsonb not null,
  -- 'handed': counts once the deadline has passed; 'withdrawn': by the town itself.
  state text not null check (state in ('draft', 'handed', 'withdrawn')),
  revision integer not null default 1,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid,
  unique (meeting, authority)
);

-- Sealed: after the deadline a town can only withdraw. What takes a person's name out of a bid leaves the time alone.
create function office.keep_bid_sealed() returns trigger language plpgsql as $$
begin
  if new.changed_at > (select deadline from published.host_call where meeting = new.meeting)
    and (tg_op = 'INSERT' or new.facts is distinct from old.facts or (new.state = 'handed' and old.state <> 'handed'))
  then
    raise exception 'bids for this meeting are sealed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger host_bid_sealed before insert or update on office.host_bid
  for each row execute function office.keep_bid_sealed();

create table office.host_reviewer (
  meeting uuid not null references published.meeting (id),
  person uuid not null,
  asked_at timestamptz not null,
  -- All scores were handed in: from then on they stand, and others' are shown.
  given_at timestamptz,
  primary key (meeting, person)
);
create table office.host_score (
  bid uuid not null references office.host_bid (id),
  person uuid not null,
  -- One for each criterion, in the order of the call; null for all where the reviewer has declared a conflict.
  scores jsonb,
  changed_at timestamptz not null,
  primary key (bid, person)
);

-- Who was chosen, and who comes next should the host be unable to.
create table office.host_choice (
  meeting uuid primary key references published.meeting (id),
  host uuid references published.authority (id),
  runner_up uuid references published.authority (id),
  -- 'offered': the runner-up has been asked.
  state text not null check (state in ('chosen', 'withdrawn', 'offered', 'reopened')),
  changed_at timestamptz not null,
  changed_by uuid
);
-- What became of the call, for everybody.
create table published.host_step (
  id uuid primary key,
  meeting uuid not null references published.meeting (id),
  kind text not null check (kind in ('chosen', 'withdrawn', 'reopened')),
  authority uuid references published.authority (id),
  reasons text not null,
  at timestamptz not null
);
create index host_step_by_meeting on published.host_step (meeting, at);

-- What a host leaves to those who come after.
create table published.meeting_left (
  id uuid primary key,
  meeting uuid not null references published.meeting (id),
  kind text not null check (kind in ('programme', 'budget', 'lesson', 'other')),
  title text not null,
  text text not null,
  link text not null,
  language text not null,
  -- Null: the secretariat has written it.
  authority uuid references published.authority (id),
  written_at timestamptz not null
);
create index meeting_left_by_meeting on published.meeting_left (meeting, written_at);
