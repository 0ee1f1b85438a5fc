-- A town that became part of another one, or was split, before its letter had gone.
alter table office.campaign_recipient drop constraint campaign_recipient_state_check;
alter table office.campaign_recipient add constraint campaign_recipient_state_check check (state in
  ('waiting', 'queued', 'later', 'handed', 'refused', 'given-up', 'opted-out', 'no-address', 'gone', 'stopped', 'letter', 'printed'));
