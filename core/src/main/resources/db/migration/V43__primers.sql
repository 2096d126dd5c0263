-- For which interview somebody first prepared to give feedback: there the primer on it lies open, later it is folded.
create table primer_shown (
    person_id    uuid        primary key references person (id) on delete cascade,
    interview_id uuid        not null references interview (id) on delete cascade,
    at           timestamptz not null
);
