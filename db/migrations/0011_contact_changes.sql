-- A protected contact (telephone, e-mail, web or chat of a service that is checked every three months) was changed by a
-- published version: everybody concerned is told and can undo it for a day. Rows are deleted ninety days after that, the
-- audit record stays.
create table office.contact_change (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  service uuid not null,
  -- The version that made the change.
  version integer not null,
  name jsonb not null,
  before jsonb not null,
  after jsonb not null,
  changed_at timestamptz not null,
  undo_until timestamptz not null,
  told_at timestamptz,
  undone_at timestamptz
);
create index contact_change_untold on office.contact_change (changed_at) where told_at is null;
create index contact_change_by_authority on office.contact_change (authority, changed_at desc);

-- One secret for each who was told; only its hash is here.
create table office.contact_undo (
  secret_sha256 text primary key,
  change uuid not null references office.contact_change (id) on delete cascade,
  -- Null: the contact that the service had before.
  person uuid
);
create index contact_undo_by_change on office.contact_undo (change);
