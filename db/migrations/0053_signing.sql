-- Applications to sign the Pact: what an office answers, page by page, until two people of the secretariat agree.
create table office.pact_application (
  id uuid primary key,
  kind text not null check (kind in
    ('municipality', 'district', 'region', 'association', 'representative', 'organisation')),
  country text not null check (country ~ '^[A-Z]{2}$'),
  authority uuid references published.authority (id),
  association uuid references published.association (id),
  -- Those that sign together have the same: the id of the one whose office asked the others.
  case_id uuid not null references office.pact_application (id),
  status text not null check (status in ('draft', 'submitted', 'returned', 'signed')),
  -- By page, each with its revision. Empty once it stands in the register.
  answers jsonb not null,
  begun_at timestamptz not null,
  begun_by uuid,
  changed_at timestamptz not null,
  -- It is complete; those that sign together are handed in when all are.
  ready_at timestamptz,
  submitted_at timestamptz,
  -- By when the secretariat has promised to decide; set while it is to.
  due date,
  signed_at timestamptz,
  signatory uuid references published.signatory (id),
  -- The signature was withdrawn.
  ended_at timestamptz,
  check ((kind in ('municipality', 'district', 'region')) = (authority is not null)),
  check ((kind = 'association') = (association is not null)),
  check ((status = 'signed') = (signatory is not null)),
  check ((status = 'submitted') = (due is not null))
);
create unique index pact_application_of_authority on office.pact_application (authority) where status <> 'signed';
create unique index pact_application_of_association on office.pact_application (association) where status <> 'signed';
create index pact_application_of_case on office.pact_application (case_id);
create index pact_application_of_person on office.pact_application (begun_by);
create index pact_application_waiting on office.pact_application (due) where status = 'submitted';

-- Who has written in it: they do not decide on it.
create table office.pact_writer (
  application uuid not null references office.pact_application (id) on delete cascade,
  person uuid not null,
  first_at timestamptz not null,
  primary key (application, person)
);

-- Whom the secretariat can ask; apart, so that it can go when nothing is left to ask.
create table office.pact_contact (
  application uuid primary key references office.pact_application (id) on delete cascade,
  name text not null,
  email text not null,
  phone text not null,
  revision integer not null,
  changed_at timestamptz not null,
  decided_at timestamptz
);

-- The decision of the council as it was handed in.
create table office.pact_document (
  id uuid primary key,
  application uuid unique references office.pact_application (id) on delete cascade,
  name text not null check (length(name) between 1 and 120),
  content bytea not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  pages integer not null check (pages > 0),
  -- False: this instance has nothing that looks for viruses.
  scanned boolean not null,
  uploaded_at timestamptz not null,
  uploaded_by uuid
);

-- What has become of an application, in order.
create table office.pact_event (
  id bigint generated always as identity primary key,
  application uuid not null references office.pact_application (id) on delete cascade,
  at timestamptz not null,
  step text not null,
  person uuid,
  reasons text[] not null default '{}',
  words text not null default '',
  -- Working days after the office's answer, within which the secretariat looks again.
  promised_days integer
);
create index pact_event_of_application on office.pact_event (application, id);

-- Who of the secretariat agrees; the second agreement enters the signature.
create table office.pact_agreement (
  case_id uuid not null references office.pact_application (id) on delete cascade,
  person uuid not null,
  at timestamptz not null,
  primary key (case_id, person)
);

-- How an office shows that it speaks for the body that signs.
create table office.pact_proof (
  id uuid primary key,
  application uuid not null references office.pact_application (id) on delete cascade,
  way text not null check (way in ('mail', 'association', 'letter')),
  -- That is asked to confirm it.
  association uuid references published.association (id),
  -- To which a mail went.
  domain text,
  -- Of the code in the mail or letter; null before one is made.
  code_sha256 text,
  expires_at timestamptz,
  wrong_codes integer not null default 0,
  printings integer not null default 0,
  asked_at timestamptz not null,
  asked_by uuid,
  given_at timestamptz,
  given_by uuid,
  declined_at timestamptz,
  unique nulls not distinct (application, way, association),
  check ((way = 'association') = (association is not null))
);

-- The domain of an organisation or a representative is the right one, says the secretariat.
create table office.pact_domain (
  application uuid primary key references office.pact_application (id) on delete cascade,
  domain text not null,
  checked_at timestamptz not null,
  checked_by uuid
);

-- Bodies that somebody misses in the directory.
create table office.pact_body_request (
  id uuid primary key,
  country text not null check (country ~ '^[A-Z]{2}$'),
  name text not null check (length(name) between 1 and 200),
  web text not null,
  asked_at timestamptz not null,
  asked_by uuid,
  answered_at timestamptz,
  answered_by uuid,
  answer text not null default ''
);
