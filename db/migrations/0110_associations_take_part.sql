-- Associations that sent people to a meeting propose changes to its conclusions, and ask: each is one town's or one association's.
alter table office.conclusion_amendment alter column authority drop not null;
alter table office.conclusion_amendment add column association uuid references published.association (id);
alter table office.conclusion_amendment add constraint amendment_of_one check (num_nonnulls(authority, association) = 1);
create index amendment_of_association on office.conclusion_amendment (association) where association is not null;

alter table office.meeting_question alter column authority drop not null;
alter table office.meeting_question add column association uuid references published.association (id);
alter table office.meeting_question add constraint meeting_question_of_one check (num_nonnulls(authority, association) = 1);
create index meeting_question_of_association on office.meeting_question (association) where association is not null;

alter table published.meeting_question alter column authority drop not null;
alter table published.meeting_question add column association uuid references published.association (id);
alter table published.meeting_question add constraint published_question_of_one
  check (num_nonnulls(authority, association) = 1);
