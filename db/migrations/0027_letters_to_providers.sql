-- Whoever runs a service and has no e-mail is asked by letter: decision 35.

-- Name and postal lines of the provider's office, a line each, in place of an address of the net. Never of a place that
-- is confidential.
alter table office.provider_contact
  alter column email drop not null,
  add column postal text,
  add check (num_nonnulls(email, postal) = 1);

-- A letter to print and to post; what it says is made when it is printed. Codes in it are links of the request.
create table office.confirmation_letter (
  id uuid primary key,
  request uuid not null references office.confirmation_request (id) on delete cascade,
  -- Nobody has answered the first one.
  again boolean not null,
  due_at timestamptz not null,
  printings integer not null default 0,
  -- The last time.
  printed_at timestamptz,
  posted_at timestamptz,
  unique (request, again),
  check ((printings = 0) = (printed_at is null)),
  check (posted_at is null or printed_at is not null)
);

-- Null: of a mail.
alter table office.confirmation_link
  add column letter uuid references office.confirmation_letter (id) on delete cascade;
create index confirmation_link_by_letter on office.confirmation_link (letter) where letter is not null;

-- How the office stands above the address of its letters: where the post brings back what it cannot deliver.
create table office.letter_sender (
  authority uuid primary key references published.authority (id),
  lines text not null,
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by_person uuid
);

alter table office.service_check drop constraint service_check_way_check;
alter table office.service_check add constraint service_check_way_check
  check (way in ('office', 'telephone', 'mail', 'letter', 'change'));

-- Where the office of a provider is may be where the place is. Drafts are written by forms, imports, restoring, joining and
-- bringing together; whichever makes a place confidential takes postal lines, letters and their codes along.
create function office.forget_postal() returns trigger language plpgsql as $$
declare
  -- It, and those that were brought together with it and leave the page with the next version.
  same uuid[] := array(select new.id union select removed from office.service_merge where stays = new.id);
begin
  update office.confirmation_request request set closed_at = new.changed_at, outcome = 'replaced'
    where request.service = any (same) and request.closed_at is null
      and exists (select from office.confirmation_letter letter where letter.request = request.id);
  delete from office.confirmation_letter letter using office.confirmation_request request
    where letter.request = request.id and request.service = any (same);
  update office.provider_contact set email = deputy_email, email_refused_at = deputy_refused_at,
      email_refusal = deputy_refusal, deputy_email = null, deputy_refused_at = null, deputy_refusal = null,
      postal = null, revision = revision + 1
    where service = any (same) and postal is not null and deputy_email is not null;
  delete from office.provider_contact where service = any (same) and postal is not null;
  return null;
end $$;
create trigger draft_service_forgets_postal after insert or update of facts on office.draft_service
  for each row when (new.facts -> 'place' ->> 'type' = 'confidential') execute function office.forget_postal();

create function office.refuse_postal() returns trigger language plpgsql as $$
begin
  if exists (select from office.draft_service draft
      where draft.id = new.service and draft.facts -> 'place' ->> 'type' = 'confidential')
    or exists (select from published.service published
      where published.id = new.service and published.facts -> 'place' ->> 'type' = 'confidential') then
    raise exception 'the place of this service is confidential: its provider has no postal lines';
  end if;
  return new;
end $$;
create trigger provider_contact_refuses_postal before insert or update on office.provider_contact
  for each row when (new.postal is not null) execute function office.refuse_postal();
