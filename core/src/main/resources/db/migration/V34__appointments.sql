-- Needed to say "the same person" and "at the same time" in one constraint. A trusted extension: the owner of a database may add it.
create extension if not exists btree_gist;

-- Time that some people have agreed to give. As instants, and as the wall clock showed it where it was agreed: what they meant, should
-- the rules of the zone change. No row once it is called off. The interview may be one that is about to be set up.
create table appointment (
    id           uuid primary key,
    kind         text        not null,
    subject      uuid        not null,
    interview_id uuid unique,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    zone         text        not null,
    wall_clock   timestamp   not null,
    utc_offset   integer     not null,
    unique (subject, kind),
    constraint appointment_kind_is_known check (kind in ('BOOKING', 'PAIR', 'EVENT')),
    constraint appointment_takes_time check (starts_at < ends_at),
    constraint appointment_wall_clock_shows_its_start
        check (wall_clock = (starts_at at time zone 'UTC') + make_interval(secs => utc_offset))
);

create index appointment_by_end on appointment (ends_at);

-- Nobody is in two places at once, whoever writes.
create table appointment_person (
    appointment_id uuid      not null references appointment (id) on delete cascade,
    person_id      uuid      not null references person (id),
    span           tstzrange not null,
    primary key (appointment_id, person_id),
    constraint appointment_person_is_in_one_place exclude using gist (person_id with =, span with &&)
);
