-- What joins the two interviews of a peer session. The second half's id is fixed beforehand, so that there is at most one.
create table exchange (
    id                   uuid primary key,
    first                uuid        not null unique references interview (id),
    second               uuid        not null unique,
    minutes              integer     not null,
    made_at              timestamptz not null,
    interviewer_ready_at timestamptz,
    candidate_ready_at   timestamptz,
    declined_by          text,
    declined_at          timestamptz,
    source               text,
    constraint exchange_has_two_halves check (first <> second),
    constraint exchange_halves_are_whole_minutes check (minutes between 20 and 240 and minutes % 2 = 0),
    constraint exchange_declined_by_one_of_two check (declined_by in ('INTERVIEWER', 'CANDIDATE')),
    constraint exchange_declined_by_somebody_at_some_time check ((declined_by is null) = (declined_at is null)),
    -- One click decides a race: who declines after both agreed comes too late, and the other way round.
    constraint exchange_is_declined_or_swapped
        check (declined_at is null or interviewer_ready_at is null or candidate_ready_at is null),
    constraint exchange_source_is_known check (source in ('ROUND', 'FRESH_QUESTIONS', 'SEEN_BEFORE')),
    constraint exchange_source_follows_both
        check (source is null or (interviewer_ready_at is not null and candidate_ready_at is not null))
);
