-- A key that somebody else may have: nothing that it has signed is to be believed any more.
alter table published.signing_key
  add column revoked_at timestamptz,
  add constraint signing_key_revoked_is_retired check (revoked_at is null or retired_at is not null);
