-- Who has an interview open in a browser: one lease a tab, renewed by its beats. Unlogged, because browsers say it anew
-- within seconds: after a crash of the database nobody is here until they have. Why: docs/decisions/0011-presence-by-leases.md.
create unlogged table presence (
    interview_id  uuid        not null references interview (id),
    person_id     uuid        not null references person (id),
    connection_id uuid        not null,
    since         timestamptz not null,
    seen_at       timestamptz not null,
    left_at       timestamptz,
    primary key (interview_id, person_id, connection_id),
    constraint presence_is_seen_after_it_began check (seen_at >= since)
) with (fillfactor = 50);
