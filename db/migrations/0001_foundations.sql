-- Schemas by who may see them. `published`: everything public, the only schema the reader role sees. `office`: drafts
-- and what officers do. `audit`: who did what. `accounts`: persons, sessions, roles.
create schema published;
create schema office;
create schema audit;
create schema accounts;

create extension if not exists pg_trgm;

-- The public side reads as this role. On a server, operators give it to a login of its own (docs/operations.md); the
-- embedded database switches to it for each public query, which is defence in depth only.
do $$
begin
  if not exists (select from pg_roles where rolname = 'safe_towns_reader') then
    create role safe_towns_reader nologin;
  end if;
end
$$;

-- So that the login of the application may switch to it where no separate reader login is configured.
do $$
begin
  if not pg_has_role(current_user, 'safe_towns_reader', 'set') then
    execute format('grant safe_towns_reader to %I', current_user);
  end if;
end
$$;

grant usage on schema published to safe_towns_reader;
alter default privileges in schema published grant select on tables to safe_towns_reader;

-- Append-only: nothing in the application updates or deletes here; the trigger holds whoever forgets that.
create table audit.record (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- Person who acted; null where a command or a job did, which `actor` then names.
  person uuid,
  actor text not null,
  action text not null,
  -- The authority in whose trail it stands; null for acts of the whole instance.
  authority uuid,
  subject text not null,
  detail jsonb not null default '{}'
);
create index record_by_authority on audit.record (authority, at desc);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit records are never changed or deleted';
end
$$;
create trigger record_is_append_only before update or delete on audit.record
  for each row execute function audit.refuse_change();
