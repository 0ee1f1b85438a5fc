-- Where each member of each association stands, kept as a row: a page of counts for 35,000 members reads one table
-- instead of joining seven (decision 56).
create table office.member_step (
  association uuid not null,
  authority uuid not null,
  name text not null,
  step text not null check (step in ('silent', 'invited', 'staffed', 'published')),
  core boolean not null,
  fresh boolean not null,
  embedded boolean not null,
  -- Areas that name it directly, by id.
  areas uuid[] not null,
  population integer,
  children integer,
  latitude double precision,
  longitude double precision,
  primary key (authority, association),
  foreign key (association, authority) references published.association_member (association, authority) on delete cascade
);
-- The list of silent members is by name.
create index member_step_by_name on office.member_step (association, name, authority);

-- The same, worked out from what it follows from: the one place that says what a step is.
create view office.member_step_now as
  select member.association, member.authority, town.name,
    case when standing.authority is not null then 'published'
      when exists (select from office.staffed_authority staffed where staffed.authority = town.id) then 'staffed'
      when invited.authority is not null then 'invited'
      else 'silent' end as step,
    coalesce(standing.core_answered >= standing.core, false) as core,
    coalesce(standing.services > 0 and standing.services_fresh = standing.services, false) as fresh,
    coalesce(site.verdict in ('embedded', 'export'), false) as embedded,
    array(select area from published.authority_area link where link.authority = town.id order by area) as areas,
    town.population, town.children, town.latitude, town.longitude
  from published.association_member member
    join published.authority town on town.id = member.authority and town.status = 'active'
    left join office.invited_authority invited on invited.authority = town.id
    left join office.standing standing on standing.authority = town.id
    left join office.site_finding site on site.authority = town.id;

-- Writes the rows of these authorities again, where something has changed. When two transactions change the same authority,
-- the second has to see what the first did, whatever each of them changed: it waits for it here.
-- By keys, however small the tables were when a connection first planned this: it keeps the plan while they grow.
create function office.keep_member_steps(changed uuid[]) returns void language plpgsql set enable_seqscan = off as $$
begin
  perform from published.authority where id = any(changed) order by id for no key update;
  delete from office.member_step kept where kept.authority = any(changed) and not exists (
    select from published.association_member member
      join published.authority town on town.id = member.authority and town.status = 'active'
    where member.association = kept.association and member.authority = kept.authority);
  insert into office.member_step as kept (association, authority, name, step, core, fresh, embedded, areas, population,
      children, latitude, longitude)
    select true_now.* from unnest(changed) one (authority)
      cross join lateral (select * from office.member_step_now step where step.authority = one.authority offset 0) true_now
    on conflict (authority, association) do update set name = excluded.name, step = excluded.step, core = excluded.core,
      fresh = excluded.fresh, embedded = excluded.embedded, areas = excluded.areas, population = excluded.population,
      children = excluded.children, latitude = excluded.latitude, longitude = excluded.longitude
      where kept.* is distinct from excluded.*;
end
$$;

-- Rows by which no member is counted, or not counted right: none, unless somebody wrote past the triggers.
create view office.member_step_wrong as
  select authority from (
    (select * from office.member_step except select * from office.member_step_now)
    union all
    (select * from office.member_step_now except select * from office.member_step)
  ) different;

-- After any of the tables that say where a member stands has changed, however it changed. The argument: the authority
-- and what is read of the table; rows of which nothing else has changed count for nothing.
create function office.note_member_steps() returns trigger language plpgsql as $$
declare
  changed uuid[];
  rows_of constant text := case tg_op
    when 'INSERT' then 'select %1$s from fresh'
    when 'DELETE' then 'select %1$s from gone'
    else '(select %1$s from fresh except all select %1$s from gone)
      union all (select %1$s from gone except all select %1$s from fresh)' end;
begin
  execute format('select array_agg(distinct authority) filter (where authority is not null) from ('
    || rows_of || ') one', tg_argv[0]) into changed;
  if changed is not null then perform office.keep_member_steps(changed); end if;
  return null;
end
$$;

-- A membership that ends takes its row with it.
create trigger member_steps_after_insert after insert on published.association_member
  referencing new table as fresh for each statement execute function office.note_member_steps('authority');

-- An authority that comes or goes is nobody's member.
create trigger member_steps_after_update after update on published.authority
  referencing old table as gone new table as fresh for each statement
  execute function office.note_member_steps('id as authority, name, status, population, children, latitude, longitude');

do $$
declare
  read_of text[];
begin
  foreach read_of slice 1 in array array[
    ['published.authority_area', 'authority, area'],
    ['accounts.role', 'authority, role'],
    ['office.invited_authority', 'authority'],
    ['office.standing', 'authority, core_answered >= core as core, services, services_fresh'],
    ['office.site_finding', 'authority, verdict']
  ] loop
    execute format('create trigger member_steps_after_insert after insert on %s referencing new table as fresh
      for each statement execute function office.note_member_steps(%L)', read_of[1], read_of[2]);
    execute format('create trigger member_steps_after_update after update on %s
      referencing old table as gone new table as fresh
      for each statement execute function office.note_member_steps(%L)', read_of[1], read_of[2]);
    execute format('create trigger member_steps_after_delete after delete on %s referencing old table as gone
      for each statement execute function office.note_member_steps(%L)', read_of[1], read_of[2]);
  end loop;
end
$$;

insert into office.member_step (association, authority, name, step, core, fresh, embedded, areas, population, children,
    latitude, longitude)
  select association, authority, name, step, core, fresh, embedded, areas, population, children, latitude, longitude
  from office.member_step_now;
