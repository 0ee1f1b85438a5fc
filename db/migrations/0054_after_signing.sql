-- Local elections, as associations enter them; afterwards councils are invited to reaffirm. Nothing lapses.
create table office.local_election (
  id uuid primary key,
  association uuid not null references published.association (id),
  country text not null check (country ~ '^[A-Z]{2}$'),
  -- Of the whole country, or of the members of the association.
  scope text not null check (scope in ('country', 'members')),
  name text not null check (length(name) between 1 and 120),
  held_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  invited_at timestamptz
);
create index local_election_to_come on office.local_election (held_on) where invited_at is null;

create table office.reaffirm_invitation (
  election uuid not null references office.local_election (id) on delete cascade,
  signatory uuid not null references published.signatory (id),
  authority uuid not null,
  held_on date not null,
  invited_at timestamptz not null,
  primary key (signatory, held_on)
);
create index reaffirm_invitation_of_authority on office.reaffirm_invitation (authority, held_on);

-- A council says that it stands by its signature; somebody of the secretariat enters it.
create table office.pact_reaffirmation (
  id uuid primary key,
  signatory uuid not null references published.signatory (id),
  authority uuid not null references published.authority (id),
  state text not null check (state in ('waiting', 'entered', 'returned')),
  -- Empty once they stand in the register.
  decision_body text not null,
  decision_reference text not null,
  decided_on date not null,
  sent_at timestamptz not null,
  sent_by uuid,
  due date not null,
  decided_at timestamptz,
  decided_by uuid,
  words text not null default '',
  -- It was returned, or the signature was withdrawn.
  ended_at timestamptz
);
create unique index pact_reaffirmation_waiting on office.pact_reaffirmation (signatory) where state = 'waiting';
create index pact_reaffirmation_of_authority on office.pact_reaffirmation (authority);

alter table office.pact_document
  add column reaffirmation uuid unique references office.pact_reaffirmation (id) on delete cascade,
  add check (num_nonnulls(application, reaffirmation) = 1);
