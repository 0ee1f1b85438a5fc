-- Progress reports of towns, in step with the meetings of signatories, and what reviewers and towns say about them.

-- Two years each. Kept by the secretariat.
create table published.report_cycle (
  number integer primary key check (number > 0),
  opens date not null,
  due date not null,
  -- Of the meeting at which the reports are looked at; null while nobody has set it.
  meeting_on date,
  demonstration boolean not null default false,
  revision integer not null default 1,
  check (opens < due),
  check (meeting_on is null or meeting_on >= due)
);

create table office.report (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  plan uuid not null references office.plan (id),
  cycle integer not null references published.report_cycle (number),
  form text not null check (form in ('light', 'full')),
  -- Code of the language in which the answers are written.
  language text not null,
  answers jsonb not null default '{}',
  -- Ids of measures that somebody has looked at for this report.
  looked uuid[] not null default '{}',
  -- What was read from a spreadsheet and nobody has decided about yet.
  sheet jsonb,
  revision integer not null default 1,
  -- How long a report takes is the time between these two, of no person.
  opened_at timestamptz not null,
  submitted_at timestamptz,
  changed_at timestamptz not null,
  changed_by uuid,
  unique (authority, cycle)
);

-- Towns that do not want to be reminded.
create table office.report_silence (
  authority uuid primary key references published.authority (id),
  since timestamptz not null
);

-- The newest version of each report.
create table published.report (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  country text not null,
  cycle integer not null references published.report_cycle (number),
  version integer not null,
  -- Of the first version, and of the newest.
  given_at timestamptz not null,
  changed_at timestamptz not null,
  unique (authority, cycle)
);
create index report_of_cycle on published.report (cycle, given_at);

-- Immutable but for recorded redaction. `sha256` is of the RFC 8785 form of `document`.
create table published.report_version (
  report uuid not null references published.report (id),
  version integer not null,
  document jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null,
  primary key (report, version)
);

-- A peer from another country answers a report in writing, and the town answers back.
create table office.report_review (
  id uuid primary key,
  report uuid not null references published.report (id),
  reviewer uuid not null,
  -- Countries of the reviewer's own towns and associations when it was assigned.
  countries text[] not null,
  assigned_at timestamptz not null,
  assigned_by uuid,
  strong text not null default '',
  ask text not null default '',
  helped text not null default '',
  -- The reviewer's words may be public.
  reviewer_agrees boolean not null default false,
  given_at timestamptz,
  answer text not null default '',
  -- The town's words may be public, and so may the reviewer's.
  town_agrees boolean not null default false,
  answered_at timestamptz,
  answered_by uuid,
  revision integer not null default 1,
  unique (report, reviewer)
);
create index report_review_by on office.report_review (reviewer);

-- What both sides have said may be public.
create table published.report_feedback (
  review uuid primary key,
  report uuid not null references published.report (id),
  strong text not null,
  ask text not null,
  helped text not null,
  answer text not null,
  -- ISO 3166-1, of the reviewer's own town or association; persons are not named.
  country text not null,
  published_at timestamptz not null
);
create index report_feedback_of on published.report_feedback (report);
