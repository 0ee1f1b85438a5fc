-- A measure of a plan that several towns carry may be told of as a practice by each of them.
drop index office.practice_of_measure;
create unique index practice_of_measure on office.practice (authority, plan, measure) where state <> 'withdrawn';

-- Of which measure of a plan a practice tells; both pages lead to each other where both are public.
alter table published.practice add column plan uuid, add column measure uuid;
alter table published.practice add check ((plan is null) = (measure is null));
update published.practice shown set plan = practice.plan, measure = practice.measure
from office.practice where practice.id = shown.id;
create index published_practice_of_plan on published.practice (plan) where plan is not null and status = 'published';
