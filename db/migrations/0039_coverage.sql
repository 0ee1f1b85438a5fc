-- How far the authorities of a country have come, as counts for their associations. Never compared in public.

-- How a published page stands now, counted again when it changes and on the day on which time alone changes it.
create table office.standing (
  authority uuid primary key references published.authority (id),
  first_published_at timestamptz not null,
  -- Core items of the checklist that have an answer, of so many.
  core_answered smallint not null,
  core smallint not null,
  services integer not null,
  -- Services that were checked within their clock.
  services_fresh integer not null,
  -- The first day on which the review of a service is due: fewer are fresh from then on. Null: none.
  next_due date
);
create index standing_by_next_due on office.standing (next_due) where next_due is not null;

-- Whose standing is to be counted again. The database notes it itself: a page changes in many ways.
create table office.standing_due (
  authority uuid primary key
);

create function office.note_standing_due() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    insert into office.standing_due select authority from gone on conflict do nothing;
  else
    insert into office.standing_due select authority from fresh on conflict do nothing;
  end if;
  return null;
end
$$;
create trigger standing_due_after_insert after insert on published.current_snapshot
  referencing new table as fresh for each statement execute function office.note_standing_due();
create trigger standing_due_after_update after update on published.current_snapshot
  referencing new table as fresh for each statement execute function office.note_standing_due();
create trigger standing_due_after_delete after delete on published.current_snapshot
  referencing old table as gone for each statement execute function office.note_standing_due();
-- A shorter clock makes the same facts due earlier.
create trigger standing_due_after_clock after insert on office.review_clock
  referencing new table as fresh for each statement execute function office.note_standing_due();
create trigger standing_due_after_clock_ends after delete on office.review_clock
  referencing old table as gone for each statement execute function office.note_standing_due();

insert into office.standing_due select authority from published.current_snapshot;

-- Authorities that somebody has asked to take part: by an invitation to a role or in a campaign.
create table office.invited_authority (
  authority uuid primary key references published.authority (id),
  first_at timestamptz not null,
  last_at timestamptz not null
);

create function office.note_invited() returns trigger language plpgsql as $$
begin
  insert into office.invited_authority as known (authority, first_at, last_at)
    select authority, min(sent_at), max(sent_at) from fresh where authority is not null group by authority
    on conflict (authority) do update set last_at = greatest(known.last_at, excluded.last_at);
  return null;
end
$$;
create trigger invited_after_invitation after insert on accounts.invitation
  referencing new table as fresh for each statement execute function office.note_invited();
insert into office.invited_authority
  select authority, min(sent_at), max(sent_at) from accounts.invitation where authority is not null group by authority;

-- Authorities for which somebody works, and since when.
create view office.staffed_authority as
  select authority, min(granted_at) as since from accounts.role
  where authority is not null and role in ('officer', 'approver') group by authority;

-- Authorities that a coordinator has put aside in the list of silent ones.
create table office.silent_aside (
  association uuid not null references published.association (id),
  authority uuid not null references published.authority (id),
  until timestamptz not null,
  primary key (association, authority)
);

-- The counts of an association at the beginning of each month: of all its members, and of those of each area.
create table office.coverage_month (
  association uuid not null references published.association (id),
  -- Null: all members.
  area uuid references published.authority (id),
  -- Its first moment in UTC.
  month timestamptz not null,
  counts jsonb not null,
  unique nulls not distinct (association, area, month)
);
