-- What lies behind a link can be changed after the deadline: a bid takes letters of support as files, a call its documents.
-- [{ "title": "…", "file": { "sha256": "…", "type": "pdf", "bytes": 1000 } }]; file null: taken out, it must not be seen.
alter table office.host_bid add column files jsonb not null default '[]';
alter table published.host_call add column files jsonb not null default '[]';

-- Files are sealed as words are; a bid that is withdrawn later keeps none. What takes a person's name or a file out leaves the
-- time alone, also where it is that of a late withdrawal.
create or replace function office.keep_bid_sealed() returns trigger language plpgsql as $$
begin
  if new.changed_at > (select deadline from published.host_call where meeting = new.meeting)
    and (tg_op = 'INSERT' or (new.changed_at <> old.changed_at
      and (new.facts is distinct from old.facts or (new.state = 'handed' and old.state <> 'handed')
        or (new.files is distinct from old.files and not (new.state = 'withdrawn' and new.files = '[]')))))
  then
    raise exception 'bids for this meeting are sealed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
