-- Standard texts for the duties of a town: an answer says with which text and which version its note began
-- (`standard` in its facts). Nothing of a page comes from there when it is read.

-- Which published answers began with a text: its owner sees how many, and which.
create table published.answer_standard (
  authority uuid not null references published.authority (id),
  kind text not null,
  standard uuid not null references published.standard_text (id),
  primary key (authority, kind)
);
create index answer_standard_by_text on published.answer_standard (standard);

-- Which version of the text an office has looked at since it saved the answer.
create table office.answer_look (
  authority uuid not null references published.authority (id),
  kind text not null,
  standard uuid not null references published.standard_text (id),
  version integer not null,
  -- They know that it was withdrawn.
  withdrawn boolean not null default false,
  primary key (authority, kind)
);
