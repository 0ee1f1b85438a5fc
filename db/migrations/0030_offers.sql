-- A service that names an authority outside its publisher's own area is offered to it: that office decides whether it
-- stands on its page.

-- One row for each authority that is asked; it stays when the service no longer names it, so that what was decided holds
-- when it does again. Who decided stands in the trail.
create table office.service_offer (
  service uuid not null,
  -- Whose office is asked: of a merged authority the one that has taken its place.
  authority uuid not null references published.authority (id),
  publisher uuid not null references published.authority (id),
  -- The published service names the authority now.
  offered boolean not null default true,
  kinds text[] not null,
  -- Under which it stands on the page: what was accepted, also while further kinds wait.
  accepted_kinds text[] not null default '{}',
  -- About which somebody has decided, either way.
  decided_kinds text[] not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'declined')),
  reason text check (reason in ('not-for-our-people', 'have-our-own', 'too-far', 'not-agreed', 'unclear')),
  -- `before`: it stood on the page before anybody was asked.
  decided_by text check (decided_by in ('office', 'association', 'secretariat', 'before')),
  offered_at timestamptz not null,
  told_at timestamptz,
  decided_at timestamptz,
  -- The publisher knows of a refusal.
  answer_told_at timestamptz,
  revision integer not null default 1,
  primary key (service, authority),
  check ((state = 'declined') = (reason is not null)),
  check (state = 'waiting' or (decided_at is not null and decided_by is not null))
);
create index service_offer_by_authority on office.service_offer (authority) where offered;
create index service_offer_by_publisher on office.service_offer (publisher);
create index service_offer_to_tell on office.service_offer (offered_at) where told_at is null;
create index service_offer_answer_to_tell on office.service_offer (decided_at)
  where state = 'declined' and answer_told_at is null;

-- Null: under all kinds of the service; else under these, which the authority has accepted.
alter table published.service_area add column kinds text[];

-- What stands on pages of others today stays there: it counts as accepted, and can be taken back.
insert into office.service_offer
  (service, authority, publisher, kinds, accepted_kinds, decided_kinds, state, decided_by, offered_at, told_at, decided_at)
with recursive chain (start, id, successor) as (
  select id, id, successor from published.authority
  union
  select chain.start, next.id, next.successor
  from chain join published.authority next on next.id = chain.successor
),
now_is (start, id) as (select start, id from chain where successor is null),
served (service, publisher, authority) as (
  select distinct service.id, service.authority, now_is.id
  from published.service_area area
  join published.service service on service.id = area.service
  join now_is on now_is.start = area.authority
  where area.authority <> service.authority
),
up (start, id) as (
  select authority, authority from served
  union
  select up.start, link.area from up join lateral (
    select area from published.authority_area where authority = up.id
    union all
    select successor from published.authority where authority.id = up.id and successor is not null
    union all
    select state.id from published.authority self join published.authority state
      on state.country = self.country and state.kind = 'country' and state.status = 'active'
        and state.demonstration = self.demonstration
    where self.id = up.id and up.id = up.start
  ) link on true
)
select service.id, served.authority, served.publisher, service.kinds, service.kinds, service.kinds, 'accepted', 'before',
  snapshot.published_at, snapshot.published_at, now()
from served
join published.service service on service.id = served.service
join published.snapshot snapshot on snapshot.authority = service.authority and snapshot.version = service.version
where not exists (
  select from up where up.start = served.authority
    and up.id in (served.publisher, (select now_is.id from now_is where now_is.start = served.publisher))
);
