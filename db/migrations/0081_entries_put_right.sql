-- Since when an entry that was put right stands: since the day on which it was signed after all.
update published.signatory set status_since = signed_on where status = 'signed' and status_since <> signed_on;

-- A representative or an organisation that has lost its account withdraws by way of the secretariat: two people, as for a signature.
create table office.pact_withdrawal (
  -- Made with the form: the form sent twice asks once.
  id uuid primary key,
  signatory uuid not null unique references published.signatory (id),
  decided_on date not null,
  -- The signatory's own.
  words text not null,
  asked_at timestamptz not null,
  -- Of the secretariat: who entered what the signatory has said.
  asked_by uuid not null
);

-- Which councils are elected. Of elections that were entered before nobody has said: as until now, all are invited.
alter table office.local_election
  add column kinds text[] not null default '{municipality,district,region}'
    check (kinds <> '{}' and kinds <@ '{municipality,district,region}');
