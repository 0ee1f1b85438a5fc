-- Official lists that somebody has brought and whose columns are not decided yet. One for each country; deleted when it
-- has become a plan, when another is brought, and after a day.
create table office.list_upload (
  id uuid primary key,
  country text not null unique check (country ~ '^[A-Z]{2}$'),
  uploaded_at timestamptz not null,
  uploaded_by uuid not null,
  -- Of the file, as the browser gave it.
  list_name text not null check (length(list_name) <= 200),
  list_format text not null check (list_format in ('csv', 'xlsx')),
  list bytea not null,
  movements_name text check (length(movements_name) <= 200),
  movements_format text check (movements_format in ('csv', 'xlsx')),
  movements bytea,
  check ((movements is null) = (movements_format is null) and (movements is null) = (movements_name is null))
);

-- What the columns of a country's lists stand for, as decided last: proposed again for the list of the next year.
create table office.list_columns (
  country text primary key check (country ~ '^[A-Z]{2}$'),
  choice jsonb not null,
  changed_at timestamptz not null
);
