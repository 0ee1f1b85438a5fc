-- Lists of services that officers have brought and not yet taken over. They may say where a confidential place is: they
-- go when they are taken over or thrown away, when a place of the town becomes confidential, and after a day.
create table office.service_upload (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  uploaded_at timestamptz not null,
  uploaded_by uuid not null,
  -- Of the file, as the browser gave it.
  name text not null check (length(name) <= 200),
  format text not null check (format in ('csv', 'hsds-json', 'hsds-csv')),
  content bytea not null,
  -- Which list it is, which language its texts are in, what its columns stand for; null: nobody has decided yet.
  choice jsonb
);
create index service_upload_by_authority on office.service_upload (authority, uploaded_at);

-- What the columns of a town's lists stand for, as decided last: proposed again for the next list.
create table office.import_columns (
  authority uuid primary key references published.authority (id),
  choice jsonb not null,
  changed_at timestamptz not null
);
