-- Whoever runs a service confirms what is published about it, without an account.

-- Where a provider is asked. For this purpose alone: in no draft, version, export or feed.
create table office.provider_contact (
  service uuid primary key,
  authority uuid not null references published.authority (id),
  email text not null,
  -- Of the provider's, too: asked where nobody answers at the first.
  deputy_email text,
  -- Code of a language that has a catalogue.
  language text not null,
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by_person uuid
);

-- One asking of a provider. It is open until something has settled it.
create table office.confirmation_request (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  service uuid not null,
  language text not null,
  -- Of the facts that the mail showed.
  facts_sha256 text not null,
  asked_at timestamptz not null,
  -- Links work until then.
  expires_at timestamptz not null,
  closed_at timestamptz,
  outcome text check (outcome in ('confirmed', 'proposed', 'replaced', 'checked', 'gone')),
  check ((closed_at is null) = (outcome is null))
);
create unique index confirmation_request_open on office.confirmation_request (service) where closed_at is null;
create index confirmation_request_by_service on office.confirmation_request (service, asked_at desc);

-- Links of a request, each for one purpose; only hashes of their secrets are here.
create table office.confirmation_link (
  secret_sha256 text primary key,
  request uuid not null references office.confirmation_request (id) on delete cascade,
  purpose text not null check (purpose in ('confirm', 'change'))
);
create index confirmation_link_by_request on office.confirmation_link (request);

-- What was done because nobody answered: each step once.
create table office.confirmation_step (
  request uuid not null references office.confirmation_request (id) on delete cascade,
  step text not null check (step in ('second', 'deputy', 'office', 'association')),
  at timestamptz not null,
  primary key (request, step)
);

-- What a provider says is different. It waits for the office, which takes it over or refuses it.
create table office.provider_change (
  id uuid primary key,
  request uuid not null unique references office.confirmation_request (id) on delete cascade,
  authority uuid not null references published.authority (id),
  service uuid not null,
  sent_at timestamptz not null,
  change jsonb not null,
  decided_at timestamptz,
  decided_by uuid,
  -- What of it was taken over.
  taken text[] not null default '{}',
  check ((decided_at is null) = (decided_by is null))
);
create index provider_change_waiting on office.provider_change (authority, sent_at) where decided_at is null;
create index provider_change_by_service on office.provider_change (service);

-- Who checked a service, how, and when.
create table office.service_check (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  service uuid not null,
  at timestamptz not null,
  way text not null check (way in ('office', 'telephone', 'mail', 'change')),
  -- Who works for the office; null: the provider.
  person uuid
);
create index service_check_by_service on office.service_check (service, at desc);
