-- Persons, how they sign in, what they may do. The first four tables are those of better-auth, under our names.
create table accounts.person (
  id uuid primary key,
  name text not null,
  -- In lower case: one address, one person.
  email text not null unique check (email = lower(email)),
  -- Set when the person first signs in by a link sent to the address.
  email_verified boolean not null default false,
  image text,
  -- Language of the office for this person.
  language text not null default 'en',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- A session ends eight hours after it was last used. Neither where it was opened from nor with what is recorded: both
-- columns stay empty, better-auth asks for them.
create table accounts.session (
  id uuid primary key,
  person uuid not null references accounts.person (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text check (coalesce(ip_address, '') = ''),
  user_agent text check (coalesce(user_agent, '') = ''),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_by_person on accounts.session (person);
create index session_by_expiry on accounts.session (expires_at);

-- Further ways to sign in (an identity provider of the town): none is in use yet, better-auth reads the table.
create table accounts.account (
  id uuid primary key,
  person uuid not null references accounts.person (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index account_by_person on accounts.account (person);

-- One-time links. `identifier` is a hash of what the link holds: who reads this table cannot sign in with it.
create table accounts.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_by_identifier on accounts.verification (identifier);
create index verification_by_expiry on accounts.verification (expires_at);

-- What a person may do, and for which authority; without one: for the whole instance.
create table accounts.role (
  person uuid not null references accounts.person (id) on delete cascade,
  role text not null check (role in (
    'officer', 'approver', 'coordinator', 'secretariat', 'reviewer', 'moderator', 'safeguarding-lead', 'facilitator',
    'host'
  )),
  authority uuid references published.authority (id),
  granted_at timestamptz not null,
  granted_by text not null,
  unique nulls not distinct (person, role, authority),
  check (role not in ('officer', 'approver', 'moderator', 'safeguarding-lead', 'facilitator') or authority is not null),
  check (role <> 'secretariat' or authority is null)
);
create index role_by_authority on accounts.role (authority);
