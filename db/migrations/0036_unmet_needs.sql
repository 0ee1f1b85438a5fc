-- Somebody looked for a kind in a town and nobody there answers it: a row is one search, without words, without a place
-- but the town, without a day. The public form may write here and not read.
create table intake.unmet_need (
  authority uuid not null,
  kind text not null,
  month date not null check (extract(day from month) = 1)
);

-- Counted by town, kind and month. What is small is left out where it is shown.
create table office.unmet_need (
  authority uuid not null references published.authority (id),
  kind text not null,
  month date not null,
  searches integer not null check (searches > 0),
  primary key (authority, kind, month)
);
