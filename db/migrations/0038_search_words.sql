-- Words that begin as somebody has typed, whatever the order of letters in the database is.
create index search_word_by_beginning on published.search_word (word text_pattern_ops);
