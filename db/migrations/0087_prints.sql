-- The arms of a town, for what it prints: {"sha256", "type", "bytes"} of a picture.
create table published.town_arms (
  authority uuid primary key references published.authority (id),
  file jsonb not null,
  changed_at timestamptz not null
);

-- Printed copies that an office asks its association for.
create table office.print_order (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  association uuid not null references published.association (id),
  -- `a4 family`: a paper of the town; `resource …`: one of the toolkit.
  what text not null check (what <> ''),
  language text not null,
  copies integer not null check (copies between 1 and 100000),
  -- Of the office, never of a person.
  address text not null check (address <> ''),
  note text not null,
  ordered_at timestamptz not null,
  ordered_by uuid,
  done_at timestamptz,
  done_by uuid
);
create index print_order_of_association on office.print_order (association, ordered_at);
create index print_order_of_town on office.print_order (authority, ordered_at);
