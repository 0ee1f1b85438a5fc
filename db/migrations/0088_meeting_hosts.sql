-- A runner-up that was asked may say no; a choice says which of its changes a form was made from.
alter table office.host_choice drop constraint host_choice_state_check;
alter table office.host_choice add constraint host_choice_state_check
  check (state in ('chosen', 'withdrawn', 'offered', 'declined', 'reopened'));
alter table office.host_choice add column revision integer not null default 1;

-- Of a meeting that was over when its host became part of another town: the host of the time. Its successor stands in "host".
alter table published.meeting add column host_then uuid references published.authority (id);
create index meeting_by_host_then on published.meeting (host_then) where host_then is not null;
