-- That somebody was told stays when a merge gives their sheet to an account: its row is replaced, and took along what stood on it.
-- The interviewer refers to nobody, so that the rows of both are there while the sheet changes hands.
alter table nudge
    drop constraint nudge_interview_id_interviewer_fkey,
    add foreign key (interview_id) references interview (id) on delete cascade;
