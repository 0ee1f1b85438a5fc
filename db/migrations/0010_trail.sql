-- The trail of a town, approval by a second person, the support view.

-- Who acted: for persons the id alone, which is a pseudonym once the person is deleted, and in `actor` the roles they held
-- (`officer approver`, `coordinator:<association>`); for commands and jobs their name. Never an address: these rows stay.
alter table audit.record disable trigger record_is_append_only;
update audit.record record set actor = coalesce(
  (
    select string_agg(distinct role.role, ' ' order by role.role) from accounts.role role
    where role.person = record.person and (role.authority = record.authority or role.authority is null)
  ),
  'person'
) where record.person is not null or record.actor like '%@%';
alter table audit.record enable trigger record_is_append_only;
alter table audit.record add constraint actor_is_no_address check (actor not like '%@%');

-- The same for whoever edited, published or granted: who it was by id, as what in words.
alter table office.draft_page add column changed_by_person uuid;
alter table office.draft_answer add column changed_by_person uuid;
alter table office.draft_service add column changed_by_person uuid;
alter table office.publication add column published_by_person uuid;
update office.draft_page set changed_by_person = person.id from accounts.person person where person.email = changed_by;
update office.draft_answer set changed_by_person = person.id from accounts.person person where person.email = changed_by;
update office.draft_service set changed_by_person = person.id from accounts.person person where person.email = changed_by;
update office.publication set published_by_person = person.id from accounts.person person where person.email = published_by;
update office.draft_page set changed_by = 'person' where changed_by like '%@%';
update office.draft_answer set changed_by = 'person' where changed_by like '%@%';
update office.draft_service set changed_by = 'person' where changed_by like '%@%';
update office.publication set published_by = 'person' where published_by like '%@%';
update accounts.role role set granted_by = person.id::text from accounts.person person where person.email = role.granted_by;
update accounts.role set granted_by = 'person' where granted_by like '%@%';

create index record_by_authority_and_id on audit.record (authority, id desc);

-- What an act changed, field by field: apart from the audit record, because a text may hold what must be taken out later
-- (a place that becomes confidential, a person who is erased). Kept three years: a term of office, and long enough to
-- see who changed a number that families called. The audit record itself stays and then says that, not what, was changed.
create table office.change (
  record bigint not null references audit.record (id) deferrable initially deferred,
  authority uuid not null references published.authority (id),
  at timestamptz not null,
  thing text not null check (thing in ('introduction', 'answer', 'service')),
  -- Of the kind or of the service; empty for the introduction.
  thing_id text not null,
  -- Null: there was nothing before, or nothing is left.
  before jsonb,
  after jsonb,
  primary key (record, thing, thing_id)
);
create index change_by_thing on office.change (thing, thing_id);
create index change_by_authority on office.change (authority);
create index change_by_at on office.change (at);

-- Towns that want a second person before anything is published.
create table office.two_pairs (
  authority uuid primary key references published.authority (id),
  since timestamptz not null,
  switched_on_by uuid not null
);

-- Requests to publish. Closed ones are kept three years, as what they led to is; `note` and `answer` are words of one
-- colleague to another and are emptied where they name a place that became confidential.
create table office.approval (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  state text not null check (state in ('asked', 'approved', 'sent-back', 'withdrawn')),
  asked_at timestamptz not null,
  asked_by uuid not null,
  note text not null check (length(note) <= 1000),
  due date not null,
  -- Of the draft when it was asked about; null once closed or redacted: with everything else known a hash would betray
  -- an address.
  draft_sha256 text,
  decided_at timestamptz,
  decided_by uuid,
  answer text not null default '' check (length(answer) <= 1000),
  check ((state = 'asked') = (decided_at is null))
);
create unique index one_open_approval on office.approval (authority) where state = 'asked';
create index approval_by_authority on office.approval (authority, asked_at desc);

-- An association may look at the office of a town while the town allows it. Rows are kept three years after they ended;
-- who looked at what stands in the audit trail of the town.
create table office.support (
  id uuid primary key,
  authority uuid not null references published.authority (id),
  association uuid not null references published.association (id),
  -- Null: the town gave access without being asked.
  asked_at timestamptz,
  asked_by uuid,
  granted_at timestamptz,
  granted_by uuid,
  until timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  check (asked_at is not null or granted_at is not null),
  check ((granted_at is null) = (until is null))
);
create index support_by_authority on office.support (authority);
create unique index one_open_support on office.support (authority, association) where ended_at is null;
