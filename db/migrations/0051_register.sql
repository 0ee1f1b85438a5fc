-- Signing the Pact: keys of this instance, the approved text, the register and its history.

-- Keys that sign what this instance says. A key in use is not retired; what an old one has signed stays checkable.
create table published.signing_key (
  -- The public key as a Multikey of the W3C (multibase, base58btc): whoever has the id can check a signature.
  id text primary key check (id ~ '^z6Mk[1-9A-HJ-NP-Za-km-z]+$'),
  created_at timestamptz not null,
  retired_at timestamptz
);
create unique index signing_key_in_use on published.signing_key ((true)) where retired_at is null;

-- The secret half, sealed with SECRET.
create table office.signing_secret (
  key text primary key references published.signing_key (id) on delete cascade,
  sealed text not null
);

-- The Pact's text as the secretariat has approved it; what is written and not approved yet is the office's.
create table published.pact_text (
  version text not null check (version ~ '^[0-9]{1,3}(\.[0-9]{1,3})?$'),
  language text not null,
  title text not null,
  -- Paragraphs divided by empty lines; a line that begins with "# " is a heading.
  body text not null,
  -- Of the UTF-8 bytes of title, a line break, and body.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  demonstration boolean not null default false,
  approved_at timestamptz not null,
  primary key (version, language)
);

-- Who has signed. A number is given once and stays: through renaming, merging, withdrawing.
create table published.signatory (
  id uuid primary key,
  number integer not null unique check (number > 0),
  kind text not null check (kind in
    ('municipality', 'district', 'region', 'association', 'representative', 'organisation')),
  country text not null check (country ~ '^[A-Z]{2}$'),
  authority uuid references published.authority (id),
  association uuid references published.association (id),
  -- As it was when it signed. Of a representative or an organisation it stands in an opening, so that it can be erased.
  name text not null,
  status text not null check (status in ('signed', 'merged', 'withdrawn')),
  status_since date not null,
  signed_on date not null,
  reaffirmed_on date,
  text_version text not null,
  text_language text not null,
  -- Those that signed together have the same.
  joint uuid,
  -- Of a merged one: the authorities that took its place.
  successors uuid[] not null default '{}',
  demonstration boolean not null default false,
  changed_at timestamptz not null,
  check (num_nonnulls(authority, association) <= 1),
  check ((kind in ('municipality', 'district', 'region')) = (authority is not null)),
  check ((kind = 'association') = (association is not null)),
  check ((status = 'merged') = (successors <> '{}'))
);
create unique index signatory_authority on published.signatory (authority) where status = 'signed';
create unique index signatory_association on published.signatory (association) where status = 'signed';
create index signatory_by_authority on published.signatory (authority);
create index signatory_by_country on published.signatory (country, status, number);

-- The history: each line holds the hash of the one before.
create table published.register_entry (
  number integer primary key check (number > 0),
  signatory uuid not null references published.signatory (id),
  act text not null check (act in ('signed', 'reaffirmed', 'corrected', 'merged', 'withdrawn')),
  occurred_on date not null,
  entered_at timestamptz not null,
  -- What is hashed, byte for byte: the RFC 8785 form.
  line text not null,
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$')
);
create index register_entry_by_signatory on published.register_entry (signatory, number);

create function published.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'the history of the register is only ever added to' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger history_is_only_added_to before update or delete or truncate on published.register_entry
  for each statement execute function published.refuse_rewriting();

-- Free text and persons: what a line holds of them is a salted commitment. Without its opening nobody can tell what it was.
create table published.register_opening (
  entry integer not null references published.register_entry (number),
  field text not null,
  salt text not null check (salt ~ '^[0-9a-f]{64}$'),
  value text not null,
  primary key (entry, field)
);
-- The same for what is not public.
create table office.register_opening (
  entry integer not null references published.register_entry (number),
  field text not null,
  salt text not null check (salt ~ '^[0-9a-f]{64}$'),
  value text not null,
  primary key (entry, field)
);

-- The newest hash, signed.
create table published.register_head (
  single boolean primary key default true check (single),
  number integer not null,
  hash text not null,
  -- Exactly as it was signed.
  signed_at text not null,
  key text not null references published.signing_key (id),
  signature text not null
);
