-- An authority became several, or a part of it became an authority of its own.

create table published.split_part (
  authority uuid not null references published.authority (id),
  part uuid not null references published.authority (id),
  -- First day on which the part is an authority of its own.
  since date not null,
  -- In the order in which they were named.
  place integer not null,
  primary key (authority, part),
  check (authority <> part)
);
create index split_part_by_part on published.split_part (part);

-- Several parts may show what one authority had published.
alter table published.inheritance drop constraint inheritance_pkey;
alter table published.inheritance add primary key (predecessor, authority);
-- Others may show it too: nothing is taken out of it.
alter table published.inheritance add column shared boolean not null default false;

-- What served an authority when it was split. It stands on the page of a part until the part has looked through it and
-- published.
create table published.part_service (
  part uuid not null references published.authority (id),
  service uuid not null,
  -- Under which the service served: the authority that was split, or one that was merged into it before.
  origin uuid not null references published.authority (id),
  shown boolean not null default true,
  -- The part's own entry, to which the address leads on its pages.
  copy uuid,
  primary key (part, service, origin),
  check (copy is null or not shown)
);
create index part_service_by_service on published.part_service (service);

-- What a part has to look through: one row for each thing of the authority that was split.
create table office.split_item (
  part uuid not null references published.authority (id),
  predecessor uuid not null references published.authority (id),
  thing text not null check (thing in ('service', 'answer', 'introduction')),
  -- Of the service; kind of the answer; empty for the introduction.
  id text not null,
  decided_at timestamptz,
  -- The part's own entry of a service that it keeps, or that it has instead.
  copy uuid,
  primary key (part, predecessor, thing, id),
  check (copy is null or (thing = 'service' and decided_at is not null))
);
create index split_item_by_service on office.split_item (id) where thing = 'service';
create index split_item_by_copy on office.split_item (copy) where copy is not null;

-- What a reader says of a service that several parts show waits in each of them.
drop index office.reader_report_open_once;
create unique index reader_report_open_once on office.reader_report (authority, service, reason) where decided_at is null;
