-- Translations that associations and the secretariat offer; each is read by somebody else before it is public.
create table office.resource_offer (
  id uuid primary key,
  resource text not null references published.resource (id),
  language text not null,
  -- Revision of the original that it was made from.
  made_from integer not null check (made_from > 0),
  -- Null: the secretariat.
  association uuid references published.association (id),
  state text not null check (state in ('draft', 'sent', 'returned', 'published')),
  title text not null,
  summary text not null,
  body text not null,
  link text not null,
  revision integer not null default 1,
  reasons text not null default '',
  begun_at timestamptz not null,
  begun_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  check ((state in ('returned', 'published')) = (decided_at is not null))
);
-- One that is under way in each office.
create unique index resource_offer_open on office.resource_offer
  (resource, language, coalesce(association, '00000000-0000-0000-0000-000000000000')) where state <> 'published';
create index resource_offer_waiting on office.resource_offer (changed_at) where state = 'sent';
