-- The Pact's text before a second person approves it, and the model documents as associations write them.

-- A text that waits. Approved, it stands in published.pact_text and its draft goes.
create table office.pact_draft (
  id uuid primary key,
  version text not null check (version ~ '^[0-9]{1,3}(\.[0-9]{1,3})?$'),
  language text not null,
  title text not null,
  -- As in published.pact_text.
  body text not null,
  demonstration boolean not null default false,
  revision integer not null,
  -- Who wrote the words as they stand: somebody else approves them. Null where a command did.
  written_by uuid,
  written_at timestamptz not null,
  unique (version, language)
);

-- What a council has accepted stays what it was: a wrong text is replaced by a new version.
create function published.refuse_changing_pact_text() returns trigger language plpgsql as $$
begin
  raise exception 'an approved text of the Pact does not change' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger pact_text_does_not_change before update or delete or truncate on published.pact_text
  for each statement execute function published.refuse_changing_pact_text();

-- A model document in the words of an association.
create table office.pact_model (
  association uuid not null references published.association (id) on delete cascade,
  kind text not null check (kind in ('decision', 'letter')),
  language text not null,
  -- Null: taken back, the shipped one counts. The row stays, so that its revision goes on.
  title text,
  body text,
  revision integer not null,
  changed_at timestamptz not null,
  primary key (association, kind, language),
  check ((title is null) = (body is null))
);
