-- How many children live there and in which year that was counted: from official lists, for coverage.
alter table published.authority
  add column children integer check (children >= 0),
  add column children_year integer,
  -- What an area that is no level of administration is for; null: nobody has said.
  add column area_kind text check (area_kind in ('county', 'police', 'court', 'health', 'other'));

-- Who belongs to an area is said by the list of towns, by a list of the area, or by both: neither takes back what the
-- other says.
alter table published.authority_area
  add column by_list boolean not null default true,
  add column by_area boolean not null default false,
  add check (by_list or by_area);

alter table office.list_upload drop constraint list_upload_list_format_check;
alter table office.list_upload add constraint list_upload_list_format_check check (list_format in ('csv', 'xlsx', 'json'));
alter table office.list_upload drop constraint list_upload_movements_format_check;
alter table office.list_upload
  add constraint list_upload_movements_format_check check (movements_format in ('csv', 'xlsx', 'json'));

-- Whom an association is about to make its members, or no longer its members: one list for each association, deleted when
-- it is done, when another is brought, and after a day.
create table office.member_list (
  id uuid primary key,
  association uuid not null unique references published.association (id),
  act text not null check (act in ('add', 'end')),
  -- What was typed or stood in a file: codes and names by line. Else all towns of the area are meant, or of the country.
  entries jsonb,
  area uuid references published.authority (id),
  brought_at timestamptz not null,
  brought_by uuid not null,
  check (entries is null or area is null)
);
