-- What a meeting concludes: drafted, amended by those who took part, adopted, published, and each followed up.

create table office.conclusion_set (
  meeting uuid primary key references published.meeting (id),
  -- In which it is written; everything else is a translation.
  language text not null,
  stage text not null check (stage in ('draft', 'open', 'closed', 'adopted', 'published')),
  revision integer not null default 1,
  adopted_on date,
  -- What was adopted, and the hash of its RFC 8785 form: never changed but to take out a person.
  document jsonb,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  changed_at timestamptz not null,
  changed_by uuid,
  check ((stage in ('adopted', 'published')) = (adopted_on is not null)),
  check ((adopted_on is null) = (document is null) and (document is null) = (sha256 is null))
);

create table office.conclusion (
  id uuid primary key,
  meeting uuid not null references office.conclusion_set (meeting),
  -- From 1; of one that was taken out, where it stood.
  position integer not null check (position > 0),
  body text not null,
  -- Counts changes of the text: a translation says from which it was made.
  body_revision integer not null default 1,
  -- Whom it asks, in words.
  asks text not null,
  -- By code of the language: {text, revision}.
  translations jsonb not null default '{}',
  owner_kind text not null check (owner_kind in ('secretariat', 'association', 'authority')),
  authority uuid references published.authority (id),
  association uuid references published.association (id),
  -- Whoever owns it has said so; the secretariat need not.
  agreed_at timestamptz,
  due date,
  state text not null default 'open' check (state in ('open', 'under-way', 'done', 'dropped')),
  state_on date not null,
  removed_at timestamptz,
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid,
  check ((owner_kind = 'authority') = (authority is not null)),
  check ((owner_kind = 'association') = (association is not null))
);
create index conclusion_of_meeting on office.conclusion (meeting, position);
create index conclusion_of_authority on office.conclusion (authority) where authority is not null;
create index conclusion_of_association on office.conclusion (association) where association is not null;

create table office.conclusion_amendment (
  id uuid primary key,
  conclusion uuid not null references office.conclusion (id) on delete cascade,
  authority uuid not null references published.authority (id),
  kind text not null check (kind in ('replace', 'delete', 'add')),
  -- Empty where something is to be deleted.
  body text not null,
  reason text not null,
  state text not null check (state in ('waiting', 'accepted', 'refused', 'withdrawn')),
  -- Why it was accepted or refused.
  answer text not null default '',
  sent_at timestamptz not null,
  sent_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  check ((kind = 'delete') = (body = '')),
  check ((state in ('accepted', 'refused')) = (decided_at is not null))
);
create index amendment_of_conclusion on office.conclusion_amendment (conclusion);
create index amendment_of_authority on office.conclusion_amendment (authority);

-- What became of one, told by its owner or seen at a later meeting. Only ever added to.
create table office.conclusion_note (
  id uuid primary key,
  conclusion uuid not null references office.conclusion (id),
  state text not null check (state in ('open', 'under-way', 'done', 'dropped')),
  note text not null,
  told_on date not null,
  told_at timestamptz not null,
  told_by uuid,
  -- The office that told it, as it was then.
  told_kind text not null check (told_kind in ('secretariat', 'association', 'authority')),
  -- The meeting at which it was looked at.
  meeting uuid references published.meeting (id)
);
create index note_of_conclusion on office.conclusion_note (conclusion, told_at);
create unique index note_of_meeting on office.conclusion_note (conclusion, meeting) where meeting is not null;

create table published.conclusion_set (
  meeting uuid primary key references published.meeting (id),
  document jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null
);

-- What changes after publication: who owns each, until when, how far it is.
create table published.conclusion (
  id uuid primary key,
  meeting uuid not null references published.conclusion_set (meeting),
  position integer not null,
  translations jsonb not null,
  owner_kind text not null check (owner_kind in ('secretariat', 'association', 'authority')),
  authority uuid references published.authority (id),
  association uuid references published.association (id),
  due date,
  state text not null check (state in ('open', 'under-way', 'done', 'dropped')),
  state_on date not null
);
create index published_conclusion_of_meeting on published.conclusion (meeting, position);

-- At which meeting it was looked at again, and where it stood then.
create table published.conclusion_look (
  conclusion uuid not null references published.conclusion (id),
  meeting uuid not null references published.meeting (id),
  looked_on date not null,
  state text not null check (state in ('open', 'under-way', 'done', 'dropped')),
  primary key (conclusion, meeting)
);
