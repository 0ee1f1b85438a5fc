-- What readers say is wrong with a service: one of a few fixed reasons, no words, no contact, nobody's name. The public
-- form may write here and not read.
create table intake.error_report (
  -- Made with the form: the same form sent twice counts once.
  id uuid primary key,
  service uuid not null,
  reason text not null check (reason in ('number', 'no-answer', 'moved', 'closed', 'not-for', 'web', 'other')),
  sent_at timestamptz not null
);
create trigger error_report_announces after insert on intake.error_report
  for each statement execute function intake.announce();

-- The same reason given for the same service is one thing to look at, however many say it.
create table office.reader_report (
  id uuid primary key,
  -- Who publishes the service and answers for it.
  authority uuid not null references published.authority (id),
  service uuid not null,
  reason text not null check (reason in ('number', 'no-answer', 'moved', 'closed', 'not-for', 'web', 'other')),
  -- Ids of the forms, up to a number beyond which nobody counts.
  forms uuid[] not null check (cardinality(forms) between 1 and 50),
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- The last day on which it is to be looked at, at the place.
  due date not null,
  -- When the association was told that nobody has.
  overdue_told_at timestamptz,
  decided_at timestamptz,
  outcome text check (outcome in ('repaired', 'right', 'passed-on')),
  check ((decided_at is null) = (outcome is null))
);
create unique index reader_report_open_once on office.reader_report (service, reason) where decided_at is null;
create index reader_report_waiting on office.reader_report (authority) where decided_at is null;
create index reader_report_by_form on office.reader_report using gin (forms);

-- "You said, we did": what a town chose to say about it on the public page, from fixed sentences. No words, no numbers of
-- readers.
create table published.reader_answer (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  service uuid not null,
  reason text not null,
  outcome text not null,
  at timestamptz not null
);
create index reader_answer_by_service on published.reader_answer (service, at);
