-- Whoever counts pages hears at once that one has changed; it waited for the night or for a coordinator's look before.
create or replace function office.note_standing_due() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    insert into office.standing_due select authority from gone on conflict do nothing;
  else
    insert into office.standing_due select authority from fresh on conflict do nothing;
  end if;
  -- One that waits already has been told of.
  if found then
    perform pg_notify('standing_due', '');
  end if;
  return null;
end
$$;
