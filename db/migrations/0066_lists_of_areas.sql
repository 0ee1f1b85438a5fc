-- Which towns an association is about to put into areas that do not nest (police, court, health), or to take out of them:
-- one list for each association, deleted when it is done, when another is brought, and after a day.
create table office.area_list (
  id uuid primary key,
  association uuid not null unique references published.association (id),
  -- `complete`: the list is all there is of its areas.
  act text not null check (act in ('add', 'end', 'complete')),
  rows jsonb not null,
  brought_at timestamptz not null,
  brought_by uuid not null
);

-- An area that an association deletes takes along what was only counted or waited for in it.
alter table office.coverage_month drop constraint coverage_month_area_fkey;
alter table office.coverage_month add constraint coverage_month_area_fkey
  foreign key (area) references published.authority (id) on delete cascade;
alter table office.member_list drop constraint member_list_area_fkey;
alter table office.member_list add constraint member_list_area_fkey
  foreign key (area) references published.authority (id) on delete cascade;
