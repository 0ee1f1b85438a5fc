-- Which office gave a role; 'setup' for what commands and the demonstration give.
alter table accounts.role
  add column office text not null default 'setup'
    check (office in ('authority', 'association', 'secretariat', 'setup'));

-- An invitation to a role, bound to an address. What has ended stays for some days, so that a link followed twice can be
-- told what became of it; then it is deleted.
create table accounts.invitation (
  id uuid primary key,
  email text not null check (email = lower(email) and length(email) <= 254),
  role text not null check (role in (
    'officer', 'approver', 'coordinator', 'secretariat', 'reviewer', 'moderator', 'safeguarding-lead', 'facilitator'
  )),
  authority uuid references published.authority (id),
  association uuid references published.association (id),
  -- A guess of whoever invites.
  language text not null,
  -- Which office vouches for the person.
  office text not null check (office in ('authority', 'association', 'secretariat')),
  -- Hears when it is accepted.
  invited_by uuid references accounts.person (id) on delete set null,
  -- Whose roles in this place the person takes over when they accept; those end then.
  replaces uuid references accounts.person (id) on delete set null,
  -- Of the secret in the mailed link: who reads this table cannot accept.
  token_sha256 text not null unique,
  created_at timestamptz not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  check (authority is null or association is null)
);
-- One open invitation per address, role and place.
create unique index invitation_open_once on accounts.invitation (email, role, authority, association)
  nulls not distinct where ended_at is null;
create index invitation_by_authority on accounts.invitation (authority) where authority is not null;
create index invitation_by_association on accounts.invitation (association) where association is not null;

-- Somebody asks to work for an authority: taken out of the intake, it waits for them to prove their address, and then for
-- those who decide.
create table accounts.join_request (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  email text not null check (email = lower(email) and length(email) <= 254),
  name text not null,
  post text not null,
  language text not null,
  sent_at timestamptz not null,
  token_sha256 text not null unique,
  mailed_at timestamptz not null,
  confirmed_at timestamptz,
  decided_at timestamptz
);
create unique index join_request_open_once on accounts.join_request (email, authority) where decided_at is null;
create index join_request_waiting on accounts.join_request (authority)
  where confirmed_at is not null and decided_at is null;
