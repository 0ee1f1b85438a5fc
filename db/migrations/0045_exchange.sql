-- Letters, texts and lessons that associations share with each other. None of it is public.
create table office.shared_piece (
  id uuid primary key,
  -- Null: the secretariat.
  association uuid references published.association (id),
  kind text not null check (kind in ('letter', 'text', 'lesson')),
  -- Of the checklist: what a text is about.
  service_kind text,
  title text not null check (length(title) between 1 and 150),
  -- By name, which differ by kind: { "text": "…" }.
  parts jsonb not null,
  language text not null,
  -- Creative Commons, Attribution 4.0 and Zero 1.0.
  licence text not null check (licence in ('cc-by', 'cc0', 'ask-first')),
  -- Pieces that say the same in several languages have the same.
  work uuid not null,
  -- Of the piece it was translated from.
  translated_from uuid references office.shared_piece (id) on delete set null,
  translated_revision integer,
  -- Title and parts, made comparable: what a search looks at.
  folded text not null,
  revision integer not null default 1,
  shared_at timestamptz not null,
  shared_by uuid,
  changed_at timestamptz not null,
  ended_at timestamptz,
  -- Why the secretariat took it down; null where its own association withdrew it.
  ended_reason text check (length(ended_reason) between 1 and 500),
  ended_by uuid,
  check ((kind = 'text') = (service_kind is not null)),
  check ((translated_from is null) or (translated_revision is not null))
);
create index shared_piece_newest on office.shared_piece (shared_at desc) where ended_at is null;
create index shared_piece_of_work on office.shared_piece (work);

-- Other associations say that they used a piece.
create table office.shared_use (
  piece uuid not null references office.shared_piece (id) on delete cascade,
  -- Null: the secretariat.
  association uuid references published.association (id),
  sentence text not null check (length(sentence) between 1 and 300),
  said_at timestamptz not null,
  said_by uuid,
  unique nulls not distinct (piece, association)
);
