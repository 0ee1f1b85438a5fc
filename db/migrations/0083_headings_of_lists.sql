-- The first row of a list that waits, so that nobody has to open the whole of it to ask about its columns. Null: of a list
-- that was brought before; it is opened.
alter table office.service_upload add column headings jsonb;
