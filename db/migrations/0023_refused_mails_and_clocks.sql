-- Mail servers that take no mail for a provider, and clocks of a town that are shorter than those of the checklist.

-- When the mail server refused the address for good, and in its own words why; null: it took what was sent, or nothing was.
alter table office.provider_contact
  add column email_refused_at timestamptz,
  add column email_refusal text,
  add column deputy_refused_at timestamptz,
  add column deputy_refusal text,
  add check ((email_refused_at is null) = (email_refusal is null)),
  add check ((deputy_refused_at is null) = (deputy_refusal is null));
create index provider_contact_refused on office.provider_contact (authority)
  where email_refused_at is not null or deputy_refused_at is not null;

-- A town looks at kinds of a clock sooner than the checklist asks.
create table office.review_clock (
  authority uuid not null references published.authority (id),
  -- The clock of the checklist, in months.
  instead_of smallint not null check (instead_of in (3, 6, 12)),
  months smallint not null check (months > 0 and months < instead_of),
  primary key (authority, instead_of)
);
