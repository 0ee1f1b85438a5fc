-- Words that begin as somebody has typed, whatever the order of letters in the database is.
create index search_word_by_beginning on published.search_word (word text_pattern_ops);

-- The towns nearest to a point are one walk of an index, however many there are in its degree of latitude.
drop index published.authority_by_latitude;
create index authority_near on published.authority using gist ((ll_to_earth(latitude, longitude)::cube))
  where kind = 'municipality' and status = 'active' and latitude is not null and longitude is not null;
