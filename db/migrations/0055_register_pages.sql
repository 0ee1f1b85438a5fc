-- What the public pages of the register sort by, count and draw, so that they answer at once at the size of Europe.

-- Every name by which a signatory is found, beside those of its authority (published.authority_name): as it was when it
-- signed, folded as the directory folds names.
create table published.signatory_name (
  signatory uuid not null references published.signatory (id) on delete cascade,
  folded text not null,
  primary key (signatory, folded)
);
create index signatory_name_by_folded on published.signatory_name using gin (folded gin_trgm_ops);
create index signatory_name_by_prefix on published.signatory_name (folded text_pattern_ops);

-- A row for each signatory, kept by the triggers below.
create table published.register_listing (
  signatory uuid primary key references published.signatory (id) on delete cascade,
  number integer not null unique,
  country text not null,
  kind text not null,
  status text not null,
  together boolean not null,
  demonstration boolean not null,
  signed_on date not null,
  authority uuid,
  -- What it is called today, in letters from a to z where that is known: its order is the same on every database.
  sort_name text collate "C" not null,
  population integer,
  latitude double precision,
  longitude double precision
);
create index register_listing_by_name on published.register_listing (sort_name, number);
create index register_listing_by_day on published.register_listing (signed_on desc, number desc);
create index register_listing_by_country on published.register_listing (country, sort_name, number);
create index register_listing_by_authority on published.register_listing (authority) where authority is not null;

create index signatory_by_joint on published.signatory (joint) where joint is not null;
create index signatory_by_successor on published.signatory using gin (successors) where status = 'merged';

create function published.list_signatories(ids uuid[]) returns void language sql as $$
  insert into published.register_listing (signatory, number, country, kind, status, together, demonstration, signed_on,
    authority, sort_name, population, latitude, longitude)
  select s.id, s.number, s.country, s.kind, s.status, s.joint is not null, s.demonstration, s.signed_on, s.authority,
    coalesce(
      (select min(n.folded) from published.authority_name n
       where n.authority = s.authority and n.name = a.name and n.folded ~ '^[a-z0-9 ]+$'),
      (select min(n.folded) from published.signatory_name n where n.signatory = s.id and n.folded ~ '^[a-z0-9 ]+$'),
      lower(coalesce(a.name, c.name, s.name))),
    a.population, a.latitude, a.longitude
  from published.signatory s
  left join published.authority a on a.id = s.authority
  left join published.association c on c.id = s.association
  where s.id = any(ids)
  on conflict (signatory) do update set number = excluded.number, country = excluded.country, kind = excluded.kind,
    status = excluded.status, together = excluded.together, demonstration = excluded.demonstration,
    signed_on = excluded.signed_on, authority = excluded.authority, sort_name = excluded.sort_name,
    population = excluded.population, latitude = excluded.latitude, longitude = excluded.longitude
$$;

-- An erased name (empty) leaves nothing by which it could be found or guessed.
create function published.signatories_changed() returns trigger language plpgsql as $$
begin
  delete from published.signatory_name n using changed c where n.signatory = c.id and c.name = '';
  perform published.list_signatories(array(select id from changed));
  return null;
end
$$;
create trigger listed_when_entered after insert on published.signatory
  referencing new table as changed for each statement execute function published.signatories_changed();
create trigger listed_when_changed after update on published.signatory
  referencing new table as changed for each statement execute function published.signatories_changed();

create function published.signatory_names_added() returns trigger language plpgsql as $$
begin
  perform published.list_signatories(array(select distinct signatory from added));
  return null;
end
$$;
create trigger listed_when_named after insert on published.signatory_name
  referencing new table as added for each statement execute function published.signatory_names_added();

-- The directory changes: another name, another number of people, another place.
create function published.signing_authorities_changed() returns trigger language plpgsql as $$
declare
  ids uuid[] := array(
    select l.signatory from after_change a join before_change b on b.id = a.id
    join published.register_listing l on l.authority = a.id
    where (a.name, a.population, a.latitude, a.longitude) is distinct from
      (b.name, b.population, b.latitude, b.longitude));
begin
  if ids <> '{}' then
    perform published.list_signatories(ids);
    -- Counts, map and files of the register are no longer what nodes have in memory (change-feed.ts).
    perform pg_notify('published', '["register"]');
  end if;
  return null;
end
$$;
create trigger listed_when_authority_changes after update on published.authority
  referencing old table as before_change new table as after_change
  for each statement execute function published.signing_authorities_changed();

create function published.signing_authorities_named() returns trigger language plpgsql as $$
declare
  ids uuid[] := array(
    select distinct l.signatory from added n join published.register_listing l on l.authority = n.authority);
begin
  if ids <> '{}' then
    perform published.list_signatories(ids);
    -- Counts, map and files of the register are no longer what nodes have in memory (change-feed.ts).
    perform pg_notify('published', '["register"]');
  end if;
  return null;
end
$$;
create trigger listed_when_authority_is_named after insert on published.authority_name
  referencing new table as added for each statement execute function published.signing_authorities_named();

-- What was entered before: folded as far as the database can.
insert into published.signatory_name (signatory, folded) select id, lower(name) from published.signatory where name <> '';
select published.list_signatories(array(select id from published.signatory));

-- Who has signed and stands by it, for other areas.
create view published.signed_authority as
  select authority, number, signed_on from published.signatory where status = 'signed' and authority is not null;
