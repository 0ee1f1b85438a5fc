-- Where members stand, as it is: a page counts as one with answers from its first answer or service on, the town's own look
-- at its website counts, and so do events and progress reports (decision 90).

alter table office.standing add column if not exists answers integer not null default 0;
-- Of the first version that had an answer or a service; null: none had one.
alter table office.standing add column if not exists first_answered_at timestamptz;

alter table office.member_step add column event_years integer[] not null default '{}';
alter table office.member_step add column report_cycles integer[] not null default '{}';
alter table office.member_step alter column event_years drop default, alter column report_cycles drop default;

-- Whether a look at the town's website has shown the page of the town, so that whoever comes there sees it.
create or replace function office.website_shows(findings jsonb) returns boolean immutable parallel safe return
  (findings @> '[{"code": "frame", "tone": "good"}]' or findings @> '[{"code": "element", "tone": "good"}]'
    or findings @> '[{"code": "fragment", "tone": "good"}]' or findings @> '[{"code": "export", "tone": "good"}]')
  and not findings @> '[{"code": "domain-missing"}]';

create or replace view office.member_step_now as
  select member.association, member.authority, town.name,
    case when standing.answers + standing.services > 0 then 'published'
      when exists (select from office.staffed_authority staffed where staffed.authority = town.id) then 'staffed'
      when invited.authority is not null then 'invited'
      else 'silent' end as step,
    coalesce(standing.core_answered >= standing.core, false) as core,
    coalesce(standing.services > 0 and standing.services_fresh = standing.services, false) as fresh,
    coalesce(site.verdict in ('embedded', 'export'), false)
      -- What a coordinator has said after the look counts more.
      or coalesce(office.website_shows(look.findings) and (site.said_at is null or site.said_at <= look.looked_at), false)
      as embedded,
    array(select area from published.authority_area link where link.authority = town.id order by area) as areas,
    town.population, town.children, town.latitude, town.longitude,
    exists (select from published.signatory one where one.authority = town.id and one.status = 'signed') as signed,
    array(select distinct year from published.event one where one.authority = town.id and one.status = 'planned'
      order by year) as event_years,
    array(select cycle from published.report one where one.authority = town.id order by cycle) as report_cycles
  from published.association_member member
    join published.authority town on town.id = member.authority and town.status = 'active'
    left join office.invited_authority invited on invited.authority = town.id
    left join office.standing standing on standing.authority = town.id
    left join office.site_finding site on site.authority = town.id
    left join office.website_look look on look.authority = town.id;

-- As in 0057, with what is new.
create or replace function office.keep_member_steps(changed uuid[]) returns void language plpgsql
  set enable_seqscan = off as $$
begin
  perform from published.authority where id = any(changed) order by id for no key update;
  delete from office.member_step kept where kept.authority = any(changed) and not exists (
    select from published.association_member member
      join published.authority town on town.id = member.authority and town.status = 'active'
    where member.association = kept.association and member.authority = kept.authority);
  insert into office.member_step as kept (association, authority, name, step, core, fresh, embedded, areas, population,
      children, latitude, longitude, signed, event_years, report_cycles)
    select true_now.* from unnest(changed) one (authority)
      cross join lateral (select * from office.member_step_now step where step.authority = one.authority offset 0) true_now
    on conflict (authority, association) do update set name = excluded.name, step = excluded.step, core = excluded.core,
      fresh = excluded.fresh, embedded = excluded.embedded, areas = excluded.areas, population = excluded.population,
      children = excluded.children, latitude = excluded.latitude, longitude = excluded.longitude,
      signed = excluded.signed, event_years = excluded.event_years, report_cycles = excluded.report_cycles
      where kept.* is distinct from excluded.*;
end
$$;

drop view office.member_step_wrong;
create view office.member_step_wrong as
  select authority from (
    (select * from office.member_step except select * from office.member_step_now)
    union all
    (select * from office.member_step_now except select * from office.member_step)
  ) different;

do $$
declare
  read_of text[];
begin
  foreach read_of slice 1 in array array[
    ['office.standing', 'authority, core_answered >= core as core, services, services_fresh, answers + services > 0 as page'],
    ['office.site_finding', 'authority, verdict, said_at'],
    ['office.website_look', 'authority, looked_at, office.website_shows(findings) as shows'],
    ['published.event', 'authority, status, year'],
    ['published.report', 'authority, cycle']
  ] loop
    execute format('create or replace trigger member_steps_after_insert after insert on %s referencing new table as fresh
      for each statement execute function office.note_member_steps(%L)', read_of[1], read_of[2]);
    execute format('create or replace trigger member_steps_after_update after update on %s
      referencing old table as gone new table as fresh
      for each statement execute function office.note_member_steps(%L)', read_of[1], read_of[2]);
    execute format('create or replace trigger member_steps_after_delete after delete on %s referencing old table as gone
      for each statement execute function office.note_member_steps(%L)', read_of[1], read_of[2]);
  end loop;
end
$$;

-- What is published now tells how many answers it has; whoever has one has had it since the first version, as far as one
-- knows.
update office.standing standing set answers = jsonb_array_length(page.document -> 'answers'),
    first_answered_at = case when jsonb_array_length(page.document -> 'answers') + standing.services > 0
      then standing.first_published_at end
  from published.current_snapshot current join published.snapshot page using (authority, version)
  where current.authority = standing.authority;
update office.member_step kept set step = one.step, embedded = one.embedded, event_years = one.event_years,
    report_cycles = one.report_cycles
  from office.member_step_now one
  where one.authority = kept.authority and one.association = kept.association and kept.* is distinct from one.*;
