-- What a person can do about their own data: have it, change their address, be deleted; and when rows end by themselves.

-- A new address that somebody asked for: both mailboxes have to agree within a day. One at a time for each person.
create table accounts.address_change (
  person uuid primary key references accounts.person (id) on delete cascade,
  new_email text not null check (new_email = lower(new_email) and length(new_email) <= 254),
  -- Of the secrets in the two mails, and of the one in the old mailbox that ends it: who reads this table can do neither.
  old_token_sha256 text not null unique,
  new_token_sha256 text not null unique,
  cancel_token_sha256 text not null unique,
  old_confirmed_at timestamptz,
  new_confirmed_at timestamptz,
  -- The session that asked: it alone goes on afterwards. No reference: it may have ended meanwhile.
  session uuid not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null
);
create index address_change_by_expiry on accounts.address_change (expires_at);

-- When somebody without a role who has not come for a year was told that their account ends.
alter table accounts.person add column end_announced_at timestamptz;

-- What a person did, for themselves to have, and when they came last.
create index record_by_person on audit.record (person, at desc) where person is not null;
