-- One of a pair that still waits for a word will not meet the other: for them it is over, and the other waits until the time has run
-- out, as for anybody who does not answer.
alter table pair_person
    add column parted boolean not null default false;

alter table pair_person
    add constraint pair_person_who_parted_is_asked_nothing check (not (parted and undecided));
