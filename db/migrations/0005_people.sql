-- National associations of authorities: not authorities themselves. An authority may belong to several.
create table published.association (
  id uuid primary key,
  country text not null check (country ~ '^[A-Z]{2}$'),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- As it calls itself, and in further languages by language code.
  name text not null,
  names jsonb not null default '{}',
  web text,
  demonstration boolean not null default false,
  source text not null default '',
  changed_at timestamptz not null,
  unique (country, slug)
);

create table published.association_member (
  association uuid not null references published.association (id),
  authority uuid not null references published.authority (id),
  primary key (association, authority)
);
create index association_member_by_authority on published.association_member (authority);

-- A role holds in one scope: an authority, an association, a meeting, or (all three null) the whole instance.
alter table accounts.role
  add column id uuid not null default gen_random_uuid() primary key,
  add column association uuid references published.association (id),
  -- A meeting of signatories; its table comes with the meetings.
  add column meeting uuid;
alter table accounts.role
  drop constraint role_person_role_authority_key,
  drop constraint role_check,
  drop constraint role_check1,
  add constraint role_once unique nulls not distinct (person, role, authority, association, meeting),
  add constraint role_scope check (
    case role
      when 'officer' then authority is not null and association is null and meeting is null
      when 'approver' then authority is not null and association is null and meeting is null
      when 'facilitator' then authority is not null and association is null and meeting is null
      when 'moderator' then authority is not null and association is null and meeting is null
      when 'safeguarding-lead' then authority is not null and association is null and meeting is null
      when 'coordinator' then authority is null and association is not null and meeting is null
      when 'host' then authority is null and association is null and meeting is not null
      else authority is null and association is null and meeting is null
    end
  );
create index role_by_person on accounts.role (person);
create index role_by_association on accounts.role (association) where association is not null;

-- How the person of a session has shown who they are: when last, and by which second factor (none: by a mailed link alone).
alter table accounts.session
  add column second_factor text check (second_factor in ('passkey', 'totp', 'recovery-code', 'oidc')),
  add column authenticated_at timestamptz not null default now();

-- What people without an account send goes in here, by a role that may insert and nothing else: it reads neither these
-- tables nor any other. On a server, operators give it to a login of its own (docs/operations.md).
create schema intake;

do $$
begin
  if not exists (select from pg_roles where rolname = 'safe_towns_intake') then
    create role safe_towns_intake nologin;
  end if;
  if not pg_has_role(current_user, 'safe_towns_intake', 'set') then
    execute format('grant safe_towns_intake to %I', current_user);
  end if;
end
$$;

grant usage on schema intake to safe_towns_intake;
alter default privileges in schema intake grant insert on tables to safe_towns_intake;

-- Whoever asks to work for an authority: nothing is known of them yet. The office takes requests out of here at once.
create table intake.join_request (
  id uuid primary key,
  authority uuid not null,
  email text not null check (length(email) <= 254),
  name text not null check (length(name) <= 200),
  -- What they do there, in their words.
  post text not null check (length(post) <= 200),
  language text not null,
  sent_at timestamptz not null
);

create function intake.announce() returns trigger language plpgsql as $$
begin
  perform pg_notify('intake', tg_table_name);
  return null;
end
$$;
create trigger join_request_announces after insert on intake.join_request
  for each statement execute function intake.announce();
