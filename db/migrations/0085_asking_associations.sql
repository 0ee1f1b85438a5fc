-- An association and the secretariat ask the office of a practice, too: neither an authority nor an association is the secretariat.
alter table office.practice_question alter column authority drop not null;
alter table office.practice_question add column association uuid references published.association (id);
alter table office.practice_question add check (authority is null or association is null);
create unique index practice_question_of_association on office.practice_question (practice, association)
  where association is not null;
create unique index practice_question_of_secretariat on office.practice_question (practice)
  where authority is null and association is null;
