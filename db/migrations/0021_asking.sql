-- Whom towns ask: an office, never a person. One for each association, one for the secretariat.
create table office.asking_contact (
  -- An association's id, or 'secretariat'.
  holder text primary key,
  facts jsonb not null,
  -- One more with every change.
  revision integer not null check (revision > 0),
  changed_at timestamptz not null
);
