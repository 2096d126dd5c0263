-- Notes of evidence in the making: what an interviewer has typed and not handed in yet. Read and written by that person
-- alone, and gone once the note is handed in or emptied.
create table note_draft (
    interview_id uuid        not null references interview (id),
    person_id    uuid        not null references person (id),
    note_id      uuid        not null,
    question_id  text        not null,
    text         text        not null,
    revision     bigint      not null,
    updated_at   timestamptz not null,
    primary key (interview_id, person_id, note_id),
    constraint note_draft_says_something check (char_length(text) between 1 and 2000),
    constraint note_draft_revision_counts_from_one check (revision >= 1)
);
