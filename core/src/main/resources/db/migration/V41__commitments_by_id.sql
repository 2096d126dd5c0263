-- Whether anything is known already of what became of an interview.
create index commitment_by_id on commitment (commitment_id);
