-- On which day the counts of a month were made: the first of it, or later, where the association came or the worker ran
-- later. Of those that were kept before, the first is all that is known.
alter table office.coverage_month add column counted_on date;
update office.coverage_month set counted_on = (month at time zone 'UTC')::date;
alter table office.coverage_month alter column counted_on set not null;
