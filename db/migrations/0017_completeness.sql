-- How a town's public page stood at the beginning of each month: counts alone, so that a town sees its own way. Nobody but
-- the town's office reads them; towns are not compared.
create table office.completeness_month (
  authority uuid not null references published.authority (id),
  -- Its first day.
  month date not null,
  -- Core items of the checklist that had an answer, of so many.
  core_answered smallint not null,
  core smallint not null,
  services integer not null,
  -- Services that said all they must.
  services_complete integer not null,
  -- Services that were checked within their clock.
  services_fresh integer not null,
  -- Languages in which at least half of the services say what happens.
  languages smallint not null,
  primary key (authority, month)
);
