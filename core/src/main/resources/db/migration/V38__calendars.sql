-- How often the time of an interview was changed, for calendars: of its log these few events alone.
create index interview_event_of_time on interview_event (interview_id)
    where type in ('scheduled', 'rescheduled', 'cancelled', 'no-show-reported');

-- The private address under which somebody's own calendar finds their interviews.
create table calendar_feed (
    person_id  uuid primary key references person (id) on delete cascade,
    token_hash bytea       not null unique,
    made_at    timestamptz not null,
    read_at    timestamptz,
    constraint calendar_feed_token_is_hashed check (octet_length(token_hash) = 32)
);

-- Calendars that people keep elsewhere. Whoever has the address of one reads it all, so that it is sealed where there is a key.
create table outside_calendar (
    id             uuid primary key,
    person_id      uuid        not null references person (id) on delete cascade,
    name           text        not null,
    host           text        not null,
    address_secret text        not null,
    added_at       timestamptz not null,
    next_at        timestamptz not null,
    fetched_at     timestamptz,
    trouble        text,
    failures       integer     not null default 0,
    skipped        integer     not null default 0,
    constraint outside_calendar_name_is_short check (char_length(name) between 1 and 120),
    constraint outside_calendar_host_is_short check (char_length(host) between 1 and 255),
    constraint outside_calendar_address_is_short check (char_length(address_secret) between 1 and 6000),
    constraint outside_calendar_trouble_is_a_name check (trouble ~ '^[A-Z]+(_[A-Z]+)*$'),
    constraint outside_calendar_counts_from_zero check (failures >= 0 and skipped >= 0)
);

create index outside_calendar_by_person on outside_calendar (person_id, added_at);
create index outside_calendar_due on outside_calendar (next_at);

-- When somebody is busy by such a calendar, and not with what.
create table busy_span (
    calendar_id uuid        not null references outside_calendar (id) on delete cascade,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null,
    primary key (calendar_id, starts_at),
    constraint busy_span_ends_after_it_starts check (starts_at < ends_at)
);

create index busy_span_by_end on busy_span (ends_at);
