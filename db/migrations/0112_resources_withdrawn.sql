-- What the secretariat has taken out of the toolkit: a resource in all languages, or one translation of it. The words stay,
-- so that they can be put right and brought back; nobody reads them meanwhile.
create table published.resource_withdrawal (
  resource text not null references published.resource (id),
  -- Code; empty: in all.
  language text not null,
  reason text not null check (reason in ('wrong', 'harm', 'outdated', 'rights', 'asked')),
  withdrawn_at timestamptz not null,
  primary key (resource, language)
);

-- What may be read of a resource that is there.
create view published.resource_text_shown as
  select resource, language, revision, title, summary, body, link, sources, file, origin, checked_by, checked_on, written_at
  from published.resource_text text
  where not exists (
    select from published.resource_withdrawal gone
    where gone.resource = text.resource and gone.language = text.language
  );
