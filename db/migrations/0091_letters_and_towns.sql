-- What an office had done when a letter was written to it, as numbers: whoever did anything since is not reminded
-- (decision 90). Null: it was not kept yet.
alter table office.campaign_recipient
  add column version_before integer,
  add column written_before integer,
  add column answers_before integer;

-- Towns whose office has told an association on paper or by telephone that it wants no letters. It holds for whatever
-- address is brought later.
create table office.no_letters (
  association uuid not null references published.association (id),
  authority uuid not null references published.authority (id),
  at timestamptz not null,
  primary key (association, authority)
);
