-- When somebody last kept watch over who comes to an interview: what came while the installation was down counts for nobody.
create table interview_watch (
    interview_id uuid        primary key references interview (id),
    watched_at   timestamptz not null
);

create index interview_watch_by_time on interview_watch (watched_at);

-- Who was let down by whom.
create index commitment_by_what on commitment (commitment_id);
