-- What the columns of each of a town's lists stand for, with the headings for which it was decided: a second list made
-- the town forget the first.
alter table office.import_columns drop constraint import_columns_pkey;
alter table office.import_columns add column id uuid not null default gen_random_uuid() primary key;
-- All of the first row; null where they were not noted.
alter table office.import_columns add column headings jsonb;
-- Of formats whose fields have fixed names there is nothing to remember.
delete from office.import_columns where coalesce(choice -> 'columns', 'null'::jsonb) = 'null'::jsonb;
create unique index import_columns_by_list on office.import_columns (authority, (choice ->> 'source'));
