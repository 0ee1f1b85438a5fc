-- What the office of a town was told that it should look at though nobody waits for it: each thing once.
create table office.care_told (
  authority uuid not null references published.authority (id),
  -- Which finding, service, standard text or directory: a name that stays the same as long as it is the same.
  thing text not null check (length(thing) <= 200),
  -- Families may be harmed.
  urgent boolean not null,
  told_at timestamptz not null,
  primary key (authority, thing)
);
