-- Action plans on the four Ps: what an office writes, and what it has published.

create table office.plan (
  id uuid primary key,
  -- Whose office writes it; of a plan of several together the one that began it.
  authority uuid not null references published.authority (id),
  facts jsonb not null,
  revision integer not null default 1,
  -- Counts every change of the plan, its measures and those who take part: what is published is what somebody has seen.
  stamp integer not null default 1,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid,
  -- Where the office wants two pairs of eyes: who asked for them, about what.
  asked_at timestamptz,
  asked_by uuid,
  asked_stamp integer,
  -- From whoever sent it back.
  answer text not null default '',
  check ((asked_at is null) = (asked_stamp is null))
);
create index plan_of_authority on office.plan (authority);

create table office.measure (
  id uuid primary key,
  plan uuid not null references office.plan (id) on delete cascade,
  facts jsonb not null,
  revision integer not null default 1,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid
);
create index measure_of_plan on office.measure (plan);

-- Who is asked to carry a plan together with the office that began it.
create table office.plan_partner (
  plan uuid not null references office.plan (id) on delete cascade,
  authority uuid not null references published.authority (id),
  asked_at timestamptz not null,
  asked_by uuid,
  agreed_at timestamptz,
  agreed_by uuid,
  primary key (plan, authority)
);
create index plan_partner_asked on office.plan_partner (authority);

-- The newest version of each plan.
create table published.plan (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  country text not null,
  version integer not null,
  starts date not null,
  ends date not null,
  published_at timestamptz not null
);

-- Immutable but for recorded redaction. `sha256` is of the RFC 8785 form of `document`.
create table published.plan_version (
  plan uuid not null references published.plan (id),
  version integer not null,
  document jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null,
  primary key (plan, version)
);

-- Everybody who carries a plan, the office that began it among them.
create table published.plan_authority (
  plan uuid not null references published.plan (id),
  authority uuid not null references published.authority (id),
  primary key (plan, authority)
);
create index plan_authority_of on published.plan_authority (authority);

-- Where each measure stood from when to when, so that the whole network can be counted for any day.
create table published.measure_state (
  measure uuid not null,
  plan uuid not null references published.plan (id),
  country text not null,
  section text not null check (section in ('prevention', 'protection', 'prosecution', 'participation', 'steering')),
  state text not null check (state in ('not-started', 'under-way', 'done', 'delayed', 'dropped')),
  articles smallint[] not null,
  kinds text[] not null,
  since timestamptz not null,
  until timestamptz,
  primary key (measure, since)
);
create index measure_state_of_plan on published.measure_state (plan) where until is null;

-- The newest value of an indicator that is counted alike everywhere, from when to when it was that.
create table published.indicator_value (
  measure uuid not null,
  -- Of data/measure-indicators.json.
  indicator text not null,
  plan uuid not null references published.plan (id),
  country text not null,
  value numeric not null,
  since timestamptz not null,
  until timestamptz,
  primary key (measure, indicator, since)
);
create index indicator_value_of_plan on published.indicator_value (plan) where until is null;

-- Measures that a town lets others begin with.
create table published.shared_measure (
  measure uuid primary key,
  plan uuid not null references published.plan (id),
  authority uuid not null references published.authority (id),
  section text not null,
  articles smallint[] not null,
  kinds text[] not null,
  language text not null,
  title text not null,
  what text not null,
  shared_at timestamptz not null
);
create index shared_measure_of_plan on published.shared_measure (plan);
create index shared_measure_by_section on published.shared_measure (section, shared_at desc);
