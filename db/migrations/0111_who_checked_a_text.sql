-- A text of the toolkit may be written for this project in a language of its own, from sources of its own: it is no
-- translation. Whoever has checked a text, and on which day; empty: nobody from outside.
alter table published.resource_text drop constraint resource_text_origin_check;
alter table published.resource_text add constraint resource_text_origin_check
  check (origin in ('person', 'machine', 'written'));
alter table published.resource_text add column checked_by text;
alter table published.resource_text add column checked_on text
  check (checked_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$');
alter table published.resource_text add constraint resource_text_checked
  check ((checked_by is null) = (checked_on is null) and checked_by <> '');
