-- What the progress review of the whole network counts, beside what plans are (0059): who carried which plan when, how many
-- measures came and went and what towns answered in which month, how often a kind was searched for and nobody answered it.

create function published.month_of(at timestamptz) returns date language sql immutable as $$
  select date_trunc('month', at at time zone 'UTC')::date
$$;

-- Who carried a plan from when to when, with the period of that version. Kept by the trigger below.
create table published.plan_carrier (
  plan uuid not null references published.plan (id),
  version integer not null,
  authority uuid not null references published.authority (id),
  -- Of the authority: a plan may be carried on both sides of a border.
  country text not null,
  starts date not null,
  ends date not null,
  -- Common indicators of which a measure of that version has a value.
  indicators text[] not null,
  since timestamptz not null,
  until timestamptz,
  primary key (plan, version, authority)
);
create index plan_carrier_now on published.plan_carrier (plan) where until is null;
create index plan_carrier_of on published.plan_carrier (authority) where until is null;

-- How many towns more (or fewer) have a plan since a month: rows are only added, so that nobody who publishes waits for
-- anybody, and the nightly job adds them up. Without an indicator by country; else those with a value of it, without.
create table published.town_change (
  month date not null check (extract(day from month) = 1),
  country text not null,
  indicator text not null,
  towns integer not null
);

create function published.add_towns(at timestamptz, step integer, touched uuid[]) returns void language sql as $$
  insert into published.town_change (month, country, indicator, towns)
  select published.month_of(at), case when indicator = '' then country else '' end, indicator, step * count(*)
  from (
    select distinct authority, country, unnest(array_append(indicators, '')) as indicator from published.plan_carrier
    where authority = any(touched) and until is null
  ) each
  group by 2, 3;
$$;

create function published.carry_plan(version published.plan_version) returns void language plpgsql as $$
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
    (version.document -> 'plan' ->> 'ends')::date, array(
      select distinct one ->> 'common' from jsonb_path_query(version.document, '$.measures[*].indicators[*]') one
      where one ->> 'common' is not null and jsonb_array_length(one -> 'values') > 0
    ), version.published_at
  from jsonb_array_elements_text(version.document -> 'authorities') carrier
  join published.authority authority on authority.id = carrier::uuid;
  perform published.add_towns(version.published_at, 1, touched);
end
$$;

create function published.plan_version_added() returns trigger language plpgsql as $$
begin
  perform published.carry_plan(new);
  return null;
end
$$;
create trigger carried_when_published after insert on published.plan_version
  for each row execute function published.plan_version_added();

-- How many measures more (or fewer) there are in a state since a month, likewise. Under article 0 each measure stands once,
-- with its country; under an article those that name it, without.
create table published.measure_change (
  month date not null check (extract(day from month) = 1),
  country text not null,
  section text not null,
  state text not null,
  article smallint not null,
  measures integer not null
);

create function published.count_measures() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into published.measure_change (month, country, section, state, article, measures)
    select published.month_of(each.at), counted.country, each.section, each.state, counted.article, sum(each.step)
    from (
      select since as at, 1 as step, country, section, state, articles from added
      union all
      select until, -1, country, section, state, articles from added where until is not null
    ) each
    cross join lateral (select each.country, 0::smallint as article union all select '', unnest(each.articles)) counted
    group by 1, 2, 3, 4, 5 having sum(each.step) <> 0;
  end if;
  if tg_op <> 'INSERT' then
    insert into published.measure_change (month, country, section, state, article, measures)
    select published.month_of(each.at), counted.country, each.section, each.state, counted.article, sum(each.step)
    from (
      select since as at, -1 as step, country, section, state, articles from removed
      union all
      select until, 1, country, section, state, articles from removed where until is not null
    ) each
    cross join lateral (select each.country, 0::smallint as article union all select '', unnest(each.articles)) counted
    group by 1, 2, 3, 4, 5 having sum(each.step) <> 0;
  end if;
  return null;
end
$$;
create trigger counted_when_added after insert on published.measure_state
  referencing new table as added for each statement execute function published.count_measures();
create trigger counted_when_changed after update on published.measure_state
  referencing old table as removed new table as added for each statement execute function published.count_measures();
create trigger counted_when_removed after delete on published.measure_state
  referencing old table as removed for each statement execute function published.count_measures();

-- How much more (or less) the values of an indicator came to since a month, likewise.
create table published.indicator_change (
  month date not null check (extract(day from month) = 1),
  indicator text not null,
  value numeric not null
);

create function published.add_indicators() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into published.indicator_change (month, indicator, value)
    select published.month_of(each.at), each.indicator, sum(each.value)
    from (
      select since as at, indicator, value from added
      union all
      select until, indicator, -value from added where until is not null
    ) each
    group by 1, 2 having sum(each.value) <> 0;
  end if;
  if tg_op <> 'INSERT' then
    insert into published.indicator_change (month, indicator, value)
    select published.month_of(each.at), each.indicator, sum(each.value)
    from (
      select since as at, indicator, -value as value from removed
      union all
      select until, indicator, value from removed where until is not null
    ) each
    group by 1, 2 having sum(each.value) <> 0;
  end if;
  return null;
end
$$;
create trigger counted_when_added after insert on published.indicator_value
  referencing new table as added for each statement execute function published.add_indicators();
create trigger counted_when_changed after update on published.indicator_value
  referencing old table as removed new table as added for each statement execute function published.add_indicators();
create trigger counted_when_removed after delete on published.indicator_value
  referencing old table as removed for each statement execute function published.add_indicators();

-- How many towns more (or fewer) gave an answer to a kind since a month, likewise. An empty kind: towns with a public page.
create table published.checklist_change (
  month date not null check (extract(day from month) = 1),
  kind text not null,
  status text not null,
  towns integer not null
);

create function published.change_checklist(month date, before jsonb, after jsonb) returns void language sql as $$
  insert into published.checklist_change (month, kind, status, towns)
  select month, kind, status, sum(towns)::integer
  from (
    select '' as kind, 'page' as status, (after is not null)::integer - (before is not null)::integer as towns
    union all
    select one ->> 'kind', one ->> 'status', 1 from jsonb_array_elements(after) one
    union all
    select one ->> 'kind', one ->> 'status', -1 from jsonb_array_elements(before) one
  ) each
  group by kind, status having sum(towns) <> 0;
$$;

-- What a country publishes for all its towns is no town's answer; a town that is merged or split is counted no longer.
create function published.snapshot_added() returns trigger language plpgsql as $$
begin
  if exists (select from published.authority where id = new.authority and kind <> 'country' and status = 'active') then
    perform published.change_checklist(published.month_of(new.published_at), (
      select document -> 'answers' from published.snapshot
      where authority = new.authority and version < new.version order by version desc limit 1
    ), new.document -> 'answers');
  end if;
  return null;
end
$$;
create trigger counted_when_published after insert on published.snapshot
  for each row execute function published.snapshot_added();

create function published.authority_ends() returns trigger language plpgsql as $$
declare
  answers jsonb;
begin
  select document -> 'answers' into answers from published.snapshot
  where authority = new.id order by version desc limit 1;
  if answers is null then
    return null;
  end if;
  if new.status = 'active' then
    perform published.change_checklist(published.month_of(now()), null, answers);
  else
    perform published.change_checklist(published.month_of(now()), answers, null);
  end if;
  return null;
end
$$;
create trigger counted_when_it_ends after update of status on published.authority
  for each row when (new.kind <> 'country' and (old.status = 'active') <> (new.status = 'active'))
  execute function published.authority_ends();

-- Searches of the whole network that nobody answered, by kind and month: told once, after the month, and never fewer than
-- five. From office.unmet_need, which the public side cannot see.
create table published.need_month (
  month date not null check (extract(day from month) = 1),
  kind text not null,
  searches integer not null check (searches >= 5),
  primary key (month, kind)
);

-- What was published before this migration.
select published.carry_plan(one) from published.plan_version one order by one.published_at, one.plan;
insert into published.measure_change (month, country, section, state, article, measures)
select published.month_of(each.at), counted.country, each.section, each.state, counted.article, sum(each.step)::integer
from (
  select since as at, 1 as step, country, section, state, articles from published.measure_state
  union all
  select until, -1, country, section, state, articles from published.measure_state where until is not null
) each
cross join lateral (select each.country, 0::smallint as article union all select '', unnest(each.articles)) counted
group by 1, 2, 3, 4, 5 having sum(each.step) <> 0;
insert into published.indicator_change (month, indicator, value)
select published.month_of(each.at), each.indicator, sum(each.value)
from (
  select since as at, indicator, value from published.indicator_value
  union all
  select until, indicator, -value from published.indicator_value where until is not null
) each
group by 1, 2 having sum(each.value) <> 0;
insert into published.checklist_change (month, kind, status, towns)
select published.month_of(each.at), each.kind, each.status, sum(each.towns)::integer
from (
  select snapshot.published_at as at, one ->> 'kind' as kind, one ->> 'status' as status, 1 as towns, snapshot.authority
  from published.snapshot, jsonb_array_elements(document -> 'answers') one
  union all
  select next.published_at, one ->> 'kind', one ->> 'status', -1, snapshot.authority
  from published.snapshot
  join published.snapshot next on next.authority = snapshot.authority and next.version = (
    select min(version) from published.snapshot later
    where later.authority = snapshot.authority and later.version > snapshot.version),
  jsonb_array_elements(snapshot.document -> 'answers') one
  union all
  select min(published_at), '', 'page', 1, authority from published.snapshot group by authority
) each
join published.authority authority on authority.id = each.authority
where authority.kind <> 'country' and authority.status = 'active'
group by 1, 2, 3 having sum(each.towns) <> 0;
