-- The progress review of any day, and no small figure in any sum (decision 85).

create function published.day_of(at timestamptz) returns date language sql immutable as $$
  select (at at time zone 'UTC')::date
$$;

-- As few-rules.ts: of so few people who were helped that somebody could tell who they are. A test holds the two together.
create function published.is_few(indicator text, value numeric) returns boolean language sql immutable as $$
  select indicator in ('children-helped', 'adults-helped', 'children-accompanied') and value > 0 and value < 5
$$;

-- Changes are kept by day. Measures stay by month: by day their changes would be as many as the measures themselves; what
-- changed since the month began is read from where they stood.
alter table published.town_change rename column month to day;
alter table published.town_change drop constraint town_change_month_check;
alter table published.indicator_change rename column month to day;
alter table published.indicator_change drop constraint indicator_change_month_check;
alter table published.checklist_change rename column month to day;
alter table published.checklist_change drop constraint checklist_change_month_check;
create index measure_state_since on published.measure_state (since);
create index measure_state_until on published.measure_state (until) where until is not null;

-- Common indicators of which a measure of a version has a value that may be told.
create function published.told_indicators(document jsonb) returns text[] language sql immutable as $$
  select array(
    select distinct one ->> 'common' from jsonb_path_query(document, '$.measures[*].indicators[*]') one
    where one ->> 'common' is not null and jsonb_array_length(one -> 'values') > 0
      and not published.is_few(one ->> 'common', (one -> 'values' -> -1 ->> 'value')::numeric))
$$;

create or replace function published.add_towns(at timestamptz, step integer, touched uuid[]) returns void language sql as $$
  insert into published.town_change (day, country, indicator, towns)
  select published.day_of(at), case when indicator = '' then country else '' end, indicator, step * count(*)
  from (
    select distinct authority, country, unnest(array_append(indicators, '')) as indicator from published.plan_carrier
    where authority = any(touched) and until is null
  ) each
  group by 2, 3;
$$;

create or replace function published.carry_plan(version published.plan_version) returns void language plpgsql as $$
declare
  touched uuid[] := array(
    select authority from published.plan_carrier where plan = version.plan and until is null
    union
    select carrier::uuid from jsonb_array_elements_text(version.document -> 'authorities') carrier);
begin
  -- A town may be about to carry another plan, too: it counts once.
  perform pg_advisory_xact_lock(hashtextextended(town::text, 63)) from (
    select town from unnest(touched) town order by town) each;
  perform published.add_towns(version.published_at, -1, touched);
  update published.plan_carrier set until = version.published_at where plan = version.plan and until is null;
  insert into published.plan_carrier (plan, version, authority, country, starts, ends, indicators, since)
  select version.plan, version.version, authority.id, authority.country, (version.document -> 'plan' ->> 'starts')::date,
    (version.document -> 'plan' ->> 'ends')::date, published.told_indicators(version.document), version.published_at
  from jsonb_array_elements_text(version.document -> 'authorities') carrier
  join published.authority authority on authority.id = carrier::uuid;
  perform published.add_towns(version.published_at, 1, touched);
end
$$;

create or replace function published.add_indicators() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into published.indicator_change (day, indicator, value)
    select published.day_of(each.at), each.indicator, sum(each.value)
    from (
      select since as at, indicator, value from added where not published.is_few(indicator, value)
      union all
      select until, indicator, -value from added where until is not null and not published.is_few(indicator, value)
    ) each
    group by 1, 2 having sum(each.value) <> 0;
  end if;
  if tg_op <> 'INSERT' then
    insert into published.indicator_change (day, indicator, value)
    select published.day_of(each.at), each.indicator, sum(each.value)
    from (
      select since as at, indicator, -value as value from removed where not published.is_few(indicator, value)
      union all
      select until, indicator, value from removed where until is not null and not published.is_few(indicator, value)
    ) each
    group by 1, 2 having sum(each.value) <> 0;
  end if;
  return null;
end
$$;

drop function published.change_checklist(date, jsonb, jsonb);
create function published.change_checklist(day date, before jsonb, after jsonb) returns void language sql as $$
  insert into published.checklist_change (day, kind, status, towns)
  select day, kind, status, sum(towns)::integer
  from (
    select '' as kind, 'page' as status, (after is not null)::integer - (before is not null)::integer as towns
    union all
    select one ->> 'kind', one ->> 'status', 1 from jsonb_array_elements(after) one
    union all
    select one ->> 'kind', one ->> 'status', -1 from jsonb_array_elements(before) one
  ) each
  group by kind, status having sum(towns) <> 0;
$$;

create or replace function published.snapshot_added() returns trigger language plpgsql as $$
begin
  if exists (select from published.authority where id = new.authority and kind <> 'country' and status = 'active') then
    perform published.change_checklist(published.day_of(new.published_at), (
      select document -> 'answers' from published.snapshot
      where authority = new.authority and version < new.version order by version desc limit 1
    ), new.document -> 'answers');
  end if;
  return null;
end
$$;

create or replace function published.authority_ends() returns trigger language plpgsql as $$
declare
  answers jsonb;
begin
  select document -> 'answers' into answers from published.snapshot
  where authority = new.id order by version desc limit 1;
  if answers is null then
    return null;
  end if;
  if new.status = 'active' then
    perform published.change_checklist(published.day_of(now()), null, answers);
  else
    perform published.change_checklist(published.day_of(now()), answers, null);
  end if;
  return null;
end
$$;

-- What was counted before this migration, by day and without small figures. Answers of towns that have ended since are known
-- by month alone, so that answers stay as they were: on a day of those months the page shows what was true when they began.
update published.checklist_change set day = (day + interval '1 month' - interval '1 day')::date;

-- A row says what its measure told in the version that opened it: of two small figures of one measure neither counts.
with told as (
  select version.plan, version.published_at, (measure ->> 'id')::uuid as measure, one ->> 'common' as indicator,
    bool_or(published.is_few(one ->> 'common', each.value)) as few,
    sum(each.value) filter (where not published.is_few(one ->> 'common', each.value)) as value
  from published.plan_version version
  cross join lateral jsonb_array_elements(version.document -> 'measures') measure
  cross join lateral jsonb_array_elements(measure -> 'indicators') one
  cross join lateral (select (one -> 'values' -> -1 ->> 'value')::numeric as value) each
  where one ->> 'common' is not null and each.value is not null
  group by 1, 2, 3, 4)
update published.indicator_value row set value = coalesce(told.value, 1)
from told where told.few and told.plan = row.plan and told.measure = row.measure and told.indicator = row.indicator
  and told.published_at = row.since;
delete from published.indicator_value where published.is_few(indicator, value);
delete from published.indicator_change;
insert into published.indicator_change (day, indicator, value)
select published.day_of(each.at), each.indicator, sum(each.value)
from (
  select since as at, indicator, value from published.indicator_value
  union all
  select until, indicator, -value from published.indicator_value where until is not null
) each
group by 1, 2 having sum(each.value) <> 0;

update published.plan_carrier carrier set indicators = published.told_indicators(version.document)
from published.plan_version version where version.plan = carrier.plan and version.version = carrier.version;
delete from published.town_change;
with moment as (
  select authority, country, since as at from published.plan_carrier
  union select authority, country, until from published.plan_carrier where until is not null),
counted as (
  select '' as indicator union select unnest(indicators) from published.plan_carrier),
changed as (
  select moment.at, moment.country, counted.indicator, (
    exists (select from published.plan_carrier one where one.authority = moment.authority and one.since <= moment.at
      and (one.until is null or one.until > moment.at)
      and (counted.indicator = '' or counted.indicator = any(one.indicators))))::integer - (
    exists (select from published.plan_carrier one where one.authority = moment.authority and one.since < moment.at
      and (one.until is null or one.until >= moment.at)
      and (counted.indicator = '' or counted.indicator = any(one.indicators))))::integer as step
  from moment cross join counted)
insert into published.town_change (day, country, indicator, towns)
select published.day_of(at), case when indicator = '' then country else '' end, indicator, sum(step)
from changed group by 1, 2, 3 having sum(step) <> 0;
