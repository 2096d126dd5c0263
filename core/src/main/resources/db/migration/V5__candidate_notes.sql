-- What a candidate notes during an interview. Read and written by that person alone.
create table candidate_note (
    interview_id uuid        not null references interview (id),
    person_id    uuid        not null references person (id),
    text         text        not null,
    updated_at   timestamptz not null,
    primary key (interview_id, person_id),
    constraint candidate_note_is_short check (char_length(text) <= 10000)
);
