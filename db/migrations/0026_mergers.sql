-- Authorities change every January: the plan that a new official list leads to, and what a merger leaves open.

-- From a town to those that were merged into it.
create index authority_by_successor on published.authority (successor) where successor is not null;

-- A town shows what another had published whose place it has taken, until its officers have looked through all of it and
-- published.
create table published.inheritance (
  predecessor uuid primary key references published.authority (id),
  authority uuid not null references published.authority (id),
  -- First day of the merger.
  since date not null,
  check (predecessor <> authority)
);
create index inheritance_by_authority on published.inheritance (authority);

-- Two towns had the same service; one entry was kept. The address of the other leads to it.
create table published.service_successor (
  service uuid primary key,
  successor uuid not null,
  check (service <> successor)
);

-- A new official list compared with what is known. It stays open until each item is decided and applied, or set aside.
create table office.list_plan (
  id uuid primary key,
  country text not null check (country ~ '^[A-Z]{2}$'),
  -- First day on which the list holds.
  valid_from date not null,
  demonstration boolean not null,
  -- Of what was given: the same list again is the same plan.
  list_sha256 text not null,
  known integer not null,
  listed integer not null,
  unchanged integer not null,
  made_at timestamptz not null,
  -- Null: a command.
  made_by uuid,
  ended_at timestamptz,
  outcome text check (outcome in ('applied', 'discarded')),
  check ((ended_at is null) = (outcome is null))
);
create unique index one_open_list_plan on office.list_plan (country) where ended_at is null;

create table office.list_plan_item (
  plan uuid not null references office.list_plan (id) on delete cascade,
  number integer not null,
  kind text not null check (kind in ('gone', 'added', 'renamed')),
  authority uuid references published.authority (id),
  scheme text not null,
  code text not null,
  name text not null,
  -- What the list says; null for an authority it does not have.
  listed jsonb,
  -- What is proposed, with reasons; null: nothing is.
  proposal jsonb,
  -- What a person has decided; null: nobody has.
  decision jsonb,
  decided_at timestamptz,
  decided_by uuid,
  revision integer not null default 1,
  applied_at timestamptz,
  primary key (plan, number),
  check ((decision is null) = (decided_at is null)),
  check ((kind = 'added') = (authority is null))
);

-- A request to a provider ends where the town that asked was merged into another.
alter table office.confirmation_request drop constraint confirmation_request_outcome_check;
alter table office.confirmation_request add constraint confirmation_request_outcome_check
  check (outcome in ('confirmed', 'proposed', 'replaced', 'checked', 'gone', 'merged'));
