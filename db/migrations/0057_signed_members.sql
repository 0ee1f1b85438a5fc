-- Whether a member has signed the Pact stands beside its step: it may sign before it has a page, or after.
alter table office.member_step add column signed boolean not null default false;
alter table office.member_step alter column signed drop default;

create or replace view office.member_step_now as
  select member.association, member.authority, town.name,
    case when standing.authority is not null then 'published'
      when exists (select from office.staffed_authority staffed where staffed.authority = town.id) then 'staffed'
      when invited.authority is not null then 'invited'
      else 'silent' end as step,
    coalesce(standing.core_answered >= standing.core, false) as core,
    coalesce(standing.services > 0 and standing.services_fresh = standing.services, false) as fresh,
    coalesce(site.verdict in ('embedded', 'export'), false) as embedded,
    array(select area from published.authority_area link where link.authority = town.id order by area) as areas,
    town.population, town.children, town.latitude, town.longitude,
    exists (select from published.signatory one where one.authority = town.id and one.status = 'signed') as signed
  from published.association_member member
    join published.authority town on town.id = member.authority and town.status = 'active'
    left join office.invited_authority invited on invited.authority = town.id
    left join office.standing standing on standing.authority = town.id
    left join office.site_finding site on site.authority = town.id;

-- As in 0047, with what is new.
create or replace function office.keep_member_steps(changed uuid[]) returns void language plpgsql
  set enable_seqscan = off as $$
begin
  perform from published.authority where id = any(changed) order by id for no key update;
  delete from office.member_step kept where kept.authority = any(changed) and not exists (
    select from published.association_member member
      join published.authority town on town.id = member.authority and town.status = 'active'
    where member.association = kept.association and member.authority = kept.authority);
  insert into office.member_step as kept (association, authority, name, step, core, fresh, embedded, areas, population,
      children, latitude, longitude, signed)
    select true_now.* from unnest(changed) one (authority)
      cross join lateral (select * from office.member_step_now step where step.authority = one.authority offset 0) true_now
    on conflict (authority, association) do update set name = excluded.name, step = excluded.step, core = excluded.core,
      fresh = excluded.fresh, embedded = excluded.embedded, areas = excluded.areas, population = excluded.population,
      children = excluded.children, latitude = excluded.latitude, longitude = excluded.longitude, signed = excluded.signed
      where kept.* is distinct from excluded.*;
end
$$;

-- Its columns are those of the time when it was made.
drop view office.member_step_wrong;
create view office.member_step_wrong as
  select authority from (
    (select * from office.member_step except select * from office.member_step_now)
    union all
    (select * from office.member_step_now except select * from office.member_step)
  ) different;

create trigger member_steps_after_insert after insert on published.signatory referencing new table as fresh
  for each statement execute function office.note_member_steps('authority, status');
create trigger member_steps_after_update after update on published.signatory
  referencing old table as gone new table as fresh
  for each statement execute function office.note_member_steps('authority, status');
create trigger member_steps_after_delete after delete on published.signatory referencing old table as gone
  for each statement execute function office.note_member_steps('authority, status');

update office.member_step kept set signed = true from published.signatory one
  where one.authority = kept.authority and one.status = 'signed';
