-- An official list is compared by the worker, a little at a time: whoever needs a page meanwhile gets it. Lists that were
-- brought and not decided about (they are kept for a day) have to be brought again.
delete from office.list_upload;
alter table office.list_upload
  drop column list,
  drop column movements,
  -- Of office.list_piece.
  add column list_file uuid not null,
  add column movements_file uuid,
  -- Headings and the first row, so that nobody has to read the file again to ask what its columns hold.
  add column list_head jsonb not null,
  add column movements_head jsonb,
  -- What somebody has decided about the columns; counts how often. Null: nobody has.
  add column decided jsonb,
  add column decided_at timestamptz,
  add column decided_by uuid,
  add column turn integer not null default 0,
  -- Since when it is compared, and how many rows are read; null: it waits for its turn.
  add column begun_at timestamptz,
  add column rows_read integer not null default 0,
  -- Why it became no plan; null: it is not compared yet.
  add column refused jsonb,
  add check ((movements_file is null) = (movements_name is null)),
  add check ((movements_head is null) = (movements_name is null)),
  add check ((decided is null) = (decided_at is null)),
  add check (refused is null or decided is not null);
alter table office.list_upload
  add check ((movements_format is null) = (movements_name is null));

-- The files of lists, in pieces: the embedded database has one connection, and nobody waits for twelve megabytes.
create table office.list_piece (
  file uuid not null,
  number integer not null,
  content bytea not null,
  kept_at timestamptz not null,
  primary key (file, number)
);
create index list_piece_kept on office.list_piece (kept_at);
