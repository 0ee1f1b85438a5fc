-- Search rows of published services, written with them in the same transaction. The words of a name and of who runs a
-- service are folded before they come here: `published.service_words` holds nothing else of what a service says.
create extension if not exists btree_gist;
create extension if not exists cube;
create extension if not exists earthdistance;

create table published.service_words (
  service uuid primary key references published.service (id) on delete cascade,
  words tsvector not null
);
create index service_words_by_word on published.service_words using gin (words);

-- Each word once: what somebody mistypes is looked up here. A word that no service has any more is taken out with it.
create table published.search_word (
  word text primary key
);
create index search_word_like on published.search_word using gin (word gin_trgm_ops);

-- Where services are: a row for each kind and each address with a point, so that "the nearest of a kind" is one walk of
-- the index. A confidential place has no address and therefore no row.
create table published.service_place (
  service uuid not null references published.service (id) on delete cascade,
  kind text not null,
  -- On the sphere of earthdistance.
  place cube not null,
  -- Folded, without spaces; empty where the address has none.
  postcode text not null,
  country text not null
);
create index service_place_by_service on published.service_place (service);
create index service_place_near on published.service_place using gist (kind, place);
create index service_place_by_postcode on published.service_place (country, postcode) where postcode <> '';

-- Towns around a point.
create index authority_by_latitude on published.authority (latitude, longitude)
  where kind = 'municipality' and status = 'active';
