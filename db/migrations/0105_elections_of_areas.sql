-- Elections in parts of a country; and elections that the secretariat enters where nobody coordinates an association.
alter table office.local_election
  alter column association drop not null,
  -- Ids of regions and districts: councils there are invited.
  add column areas uuid[] not null default '{}',
  drop constraint local_election_scope_check,
  add constraint local_election_scope check (scope in ('country', 'members', 'areas')),
  add constraint local_election_areas check ((scope = 'areas') = (areas <> '{}')),
  add constraint local_election_of_members check (association is not null or scope <> 'members');
create index local_election_of_country on office.local_election (country);
