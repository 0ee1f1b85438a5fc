-- What the register is searched by, counted from and drawn from, at the size of Europe within moments.

-- Beginnings by which a signatory is found: each of its names, those of its authority included, and each rest of a name that
-- begins with a word. A search for a beginning reads one stretch of an index, whichever word it is the beginning of.
create table published.register_part (
  number integer not null references published.register_listing (number) on delete cascade,
  part text collate "C" not null,
  -- The name from its first letter.
  whole boolean not null,
  primary key (number, part, whole)
);
create index register_part_by_part on published.register_part (part, whole, number);
create index register_part_by_likeness on published.register_part using gin (part gin_trgm_ops) where whole;

-- Each counts, sums or draws from one index, without the rows.
create index register_listing_by_cell
  on published.register_listing (country, kind, status, together, demonstration) include (population);
create index register_listing_by_place
  on published.register_listing (country) include (latitude, longitude) where status = 'signed' and authority is not null;
create index register_entry_after_signing
  on published.register_entry (occurred_on, act) where act in ('reaffirmed', 'merged', 'withdrawn');

create function published.list_parts(ids uuid[]) returns void language sql as $$
  delete from published.register_part p using published.register_listing l
  where l.number = p.number and l.signatory = any(ids);
  insert into published.register_part (number, part, whole)
  select distinct named.number, array_to_string(named.words[first:], ' '), first = 1
  from (
    select l.number, string_to_array(n.folded, ' ') as words
    from published.register_listing l join published.authority_name n on n.authority = l.authority
    where l.signatory = any(ids)
    union
    select l.number, string_to_array(n.folded, ' ')
    from published.register_listing l join published.signatory_name n on n.signatory = l.signatory
    where l.signatory = any(ids)
  ) named, generate_series(1, cardinality(named.words)) first
$$;

create or replace function published.signatories_changed() returns trigger language plpgsql as $$
begin
  delete from published.signatory_name n using changed c where n.signatory = c.id and c.name = '';
  perform published.list_signatories(array(select id from changed));
  perform published.list_parts(array(select id from changed));
  return null;
end
$$;

create or replace function published.signatory_names_added() returns trigger language plpgsql as $$
declare
  ids uuid[] := array(select distinct signatory from added);
begin
  perform published.list_signatories(ids);
  perform published.list_parts(ids);
  return null;
end
$$;

create or replace function published.signing_authorities_named() returns trigger language plpgsql as $$
declare
  ids uuid[] := array(
    select distinct l.signatory from changed n join published.register_listing l on l.authority = n.authority);
begin
  if ids <> '{}' then
    perform published.list_signatories(ids);
    perform published.list_parts(ids);
    -- Counts, map and files of the register are no longer what nodes have in memory (change-feed.ts).
    perform pg_notify('published', '["register"]');
  end if;
  return null;
end
$$;
drop trigger listed_when_authority_is_named on published.authority_name;
create trigger listed_when_authority_is_named after insert on published.authority_name
  referencing new table as changed for each statement execute function published.signing_authorities_named();
create trigger listed_when_authority_loses_a_name after delete on published.authority_name
  referencing old table as changed for each statement execute function published.signing_authorities_named();

select published.list_parts(array(select signatory from published.register_listing));
