-- An association writes to its members, and an invited town begins: decision 52.

-- Where the office of a member is written to. The association's own data: no town and no other association sees it.
create table office.town_contact (
  association uuid not null references published.association (id),
  authority uuid not null references published.authority (id),
  -- As the office calls itself; may be empty.
  office text not null,
  -- In lower case.
  email text,
  -- Name and postal lines, a line each.
  postal text,
  -- Null: the town's own.
  language text,
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by_person uuid,
  -- When a letter went there last.
  used_at timestamptz,
  -- A mail server took nothing for the address: its own words.
  refused_at timestamptz,
  refusal text,
  primary key (association, authority),
  check (num_nonnulls(email, postal) > 0),
  check ((refused_at is null) = (refusal is null))
);

-- A list of contacts that somebody looks at before it is taken over.
create table office.contact_upload (
  id uuid primary key,
  association uuid not null references published.association (id),
  uploaded_at timestamptz not null,
  uploaded_by uuid not null,
  content jsonb not null
);

-- Offices that want no letters of an association any more. Not the address: a hash, which outlives the contact.
create table office.letters_stopped (
  association uuid not null references published.association (id),
  address_sha256 text not null,
  at timestamptz not null,
  primary key (association, address_sha256)
);

-- Mailboxes of an association to which towns answer; confirmed by a link that was mailed there.
create table office.reply_address (
  id uuid primary key,
  association uuid not null references published.association (id),
  email text not null,
  token_sha256 text not null,
  asked_at timestamptz not null,
  asked_by_person uuid,
  confirmed_at timestamptz,
  unique (association, email)
);

create table office.campaign (
  id uuid primary key,
  association uuid not null references published.association (id),
  name text not null,
  state text not null check (state in ('draft', 'scheduled', 'running', 'paused', 'stopped', 'finished')),
  revision integer not null default 1,
  segment jsonb not null,
  -- The letter that stands for languages without one.
  first_language text not null,
  reply_address uuid references office.reply_address (id),
  -- Null: nobody is reminded.
  reminder_days smallint,
  -- How the association stands above the address of printed letters.
  sender text not null default '',
  start_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Whoever gave it the time to start: in their name first people of towns are vouched for.
  started_by_person uuid,
  started_at timestamptz,
  ended_at timestamptz
);
create index campaign_by_association on office.campaign (association);
create index campaign_at_work on office.campaign (state) where state in ('scheduled', 'running');

create table office.campaign_letter (
  campaign uuid not null references office.campaign (id) on delete cascade,
  language text not null,
  subject text not null,
  body text not null,
  primary key (campaign, language)
);

-- Whom a campaign writes to; made when it starts. No address: it is looked up when the letter goes.
create table office.campaign_recipient (
  id uuid primary key,
  campaign uuid not null references office.campaign (id) on delete cascade,
  authority uuid not null references published.authority (id),
  way text not null check (way in ('mail', 'letter')),
  -- Part of the address behind the @, for the pace; null for letters.
  domain text,
  language text not null,
  step_before text not null,
  marks_before text[] not null,
  state text not null check (state in
    ('waiting', 'queued', 'later', 'handed', 'refused', 'given-up', 'opted-out', 'no-address', 'stopped', 'letter', 'printed')),
  -- 2: the reminder.
  round smallint not null default 1,
  -- Whether somebody is to be reminded was decided.
  reminder_decided boolean not null default false,
  queued_at timestamptz,
  -- The first letter was taken by a mail server, or printed.
  handed_at timestamptz,
  reminded_at timestamptz,
  -- What a server answered that wants the mail later, until it has taken it.
  answer text,
  -- Of the link and the code of the invitation.
  secret_sha256 text unique,
  unique (campaign, authority)
);
create index campaign_recipient_by_state on office.campaign_recipient (campaign, state);
create index campaign_recipient_waiting on office.campaign_recipient (id) where state = 'waiting';
create index campaign_recipient_queued on office.campaign_recipient (queued_at) where queued_at is not null;
create index campaign_recipient_by_authority on office.campaign_recipient (authority);

-- Whoever is invited by a letter has said their name already.
alter table accounts.invitation add column name text not null default '';
