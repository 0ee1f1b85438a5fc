-- The directory of authorities is public by nature: official names and codes. Written by imports alone.
create table published.authority (
  id uuid primary key,
  kind text not null check (kind in ('municipality', 'district', 'region', 'country', 'joint')),
  country text not null check (country ~ '^[A-Z]{2}$'),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- The official name, and names in further languages by language code.
  name text not null,
  names jsonb not null default '{}',
  official_languages text[] not null default '{}',
  time_zone text not null,
  latitude double precision,
  longitude double precision,
  population integer,
  population_year integer,
  domains text[] not null default '{}',
  status text not null default 'active' check (status in ('active', 'merged', 'split')),
  successor uuid references published.authority (id),
  -- A fictional authority of the demonstration: says so on every page.
  demonstration boolean not null default false,
  source text not null default '',
  -- Of the facts of the row, so that an import of the same list changes nothing.
  facts_sha256 text not null,
  changed_at timestamptz not null,
  unique (country, slug),
  check ((status = 'merged') = (successor is not null))
);
create index authority_by_country_and_kind on published.authority (country, kind);

-- A slug never changes hands: a renamed authority keeps its old ones here and is redirected from them.
create table published.former_slug (
  country text not null,
  slug text not null,
  authority uuid not null references published.authority (id),
  primary key (country, slug)
);

create table published.authority_code (
  authority uuid not null references published.authority (id),
  country text not null,
  scheme text not null,
  code text not null,
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity',
  primary key (country, scheme, code, valid_from),
  check (valid_from < valid_to)
);
create index authority_code_by_authority on published.authority_code (authority);

-- A code is valid for one authority at a time. (An exclusion constraint would need btree_gist, which the embedded
-- database does not carry; the rows of one code are few.)
create function published.refuse_overlapping_code() returns trigger language plpgsql as $$
begin
  if exists (
    select from published.authority_code other
    where other.country = new.country and other.scheme = new.scheme and other.code = new.code
      and other.valid_from <> new.valid_from
      and daterange(other.valid_from, other.valid_to) && daterange(new.valid_from, new.valid_to)
  ) then
    raise exception 'code % % of % is already valid for another authority at that time', new.scheme, new.code, new.country
      using errcode = 'exclusion_violation';
  end if;
  return new;
end
$$;
create trigger code_is_valid_for_one before insert or update on published.authority_code
  for each row execute function published.refuse_overlapping_code();

-- Everything an authority can be found by: names, aliases (villages people search for), former names. `folded` is the
-- text without case, accents and script (app/areas/authorities/fold.ts).
create table published.authority_name (
  authority uuid not null references published.authority (id),
  country text not null,
  kind text not null check (kind in ('name', 'alias', 'former')),
  language text,
  name text not null,
  folded text not null,
  primary key (authority, folded, kind, name)
);
create index authority_name_by_folded on published.authority_name using gin (folded gin_trgm_ops);
create index authority_name_by_prefix on published.authority_name (folded text_pattern_ops);

-- The graph of areas: a town belongs to a county, a police area, a court area, none of which nest.
create table published.authority_area (
  authority uuid not null references published.authority (id),
  area uuid not null references published.authority (id),
  primary key (authority, area),
  check (authority <> area)
);
create index authority_area_by_area on published.authority_area (area);
