-- How a session was opened, and how many wrong codes were given in it: five end it.
alter table accounts.session
  add column method text not null default 'link' check (method in ('link', 'passkey', 'oidc')),
  add column wrong_codes integer not null default 0;

-- Passkeys: the table of better-auth's plugin, under our names. `counter` is an unsigned number of 32 bits.
create table accounts.passkey (
  id uuid primary key,
  person uuid not null references accounts.person (id) on delete cascade,
  -- As the person calls it.
  name text not null check (length(name) between 1 and 100),
  public_key text not null,
  credential_id text not null unique,
  counter double precision not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_by_person on accounts.passkey (person);

-- An authenticator app. Secrets are encrypted with a key made from SECRET.
create table accounts.authenticator (
  person uuid primary key references accounts.person (id) on delete cascade,
  -- Null until the first code was given.
  secret text,
  confirmed_at timestamptz,
  -- The app that is being set up; the one before it counts until this one has shown a code.
  pending_secret text,
  -- The half minute whose code was last taken: neither it nor an earlier one is taken again.
  last_step bigint,
  -- Wrong codes of all sessions since `wrong_since`.
  wrong_codes integer not null default 0,
  wrong_since timestamptz
);

-- One row a code that has not been used. Who reads this table cannot sign in with it.
create table accounts.recovery_code (
  person uuid not null references accounts.person (id) on delete cascade,
  -- Keyed with SECRET.
  mac text not null,
  primary key (person, mac)
);
