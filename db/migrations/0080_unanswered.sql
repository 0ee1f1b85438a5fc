-- Whoever was told that a provider has not answered is noted: where nobody coordinates an association of the town, it is
-- the secretariat. And a request that nobody answers ends with the clock of its service, so that the next one begins.

alter table office.confirmation_step add column told text
  check (told is null or (step = 'association' and told in ('association', 'secretariat')));
update office.confirmation_step set told = 'association' where step = 'association';

alter table office.confirmation_request drop constraint confirmation_request_outcome_check;
alter table office.confirmation_request add constraint confirmation_request_outcome_check
  check (outcome in ('confirmed', 'proposed', 'replaced', 'checked', 'gone', 'merged', 'unanswered'));
