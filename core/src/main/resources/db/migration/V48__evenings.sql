-- A cohort's practice evening: when it is as people agreed on it, how long its slots are, how many can meet at once.
create table evening (
    id            uuid primary key,
    cohort_id     uuid        not null references cohort (id),
    coach_id      uuid        not null references person (id),
    title         text        not null,
    note          text        not null,
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    zone          text        not null,
    wall_clock    timestamp   not null,
    utc_offset    integer     not null,
    slot_minutes  smallint    not null,
    break_minutes smallint    not null,
    slots         smallint    not null,
    rooms         smallint    not null,
    bank_id       text        not null,
    rounds        text[]      not null,
    state         text        not null,
    reason        text        not null default '',
    version       integer     not null,
    changed_at    timestamptz not null,
    constraint evening_state_is_known check (state in ('ASKING', 'PLANNED', 'CALLED_OFF')),
    constraint evening_takes_time check (starts_at < ends_at),
    constraint evening_wall_clock_shows_its_start
        check (wall_clock = (starts_at at time zone 'UTC') + make_interval(secs => utc_offset)),
    constraint evening_words_are_short
        check (char_length(title) between 1 and 100 and char_length(note) <= 2000 and char_length(reason) <= 500),
    constraint evening_sizes_are_possible
        check (slot_minutes between 20 and 120 and break_minutes between 0 and 60 and slots between 1 and 12 and rooms between 1 and 30)
);

create index evening_by_cohort on evening (cohort_id, starts_at desc);
create index evening_by_end on evening (ends_at);

-- Who was asked. `since`: the first slot that counts for them.
create table evening_guest (
    evening_id  uuid     not null references evening (id) on delete cascade,
    person_id   uuid     not null references person (id) on delete cascade,
    answer      text,
    answered_at timestamptz,
    away        boolean  not null default false,
    since       smallint not null default 1,
    primary key (evening_id, person_id),
    constraint evening_guest_answer_is_known check (answer in ('YES', 'NO'))
);

create index evening_guest_by_person on evening_guest (person_id, evening_id);

-- The questions of each slot; none is in two.
create table evening_slot (
    evening_id uuid     not null references evening (id) on delete cascade,
    slot       smallint not null,
    questions  text[]   not null,
    primary key (evening_id, slot)
);

-- Who meets whom. `off`: taken back by a plan made anew, or with the evening.
create table evening_meeting (
    id           uuid primary key,
    evening_id   uuid     not null references evening (id) on delete cascade,
    slot         smallint not null,
    room         smallint not null,
    first_id     uuid     not null references person (id) on delete cascade,
    second_id    uuid     not null references person (id) on delete cascade,
    interview_id uuid     not null unique,
    off          boolean  not null default false,
    constraint evening_meeting_is_of_two check (first_id <> second_id)
);

create index evening_meeting_by_evening on evening_meeting (evening_id);
create index evening_meeting_by_first on evening_meeting (first_id);
create index evening_meeting_by_second on evening_meeting (second_id);
-- Nobody hosts two meetings of a slot, and nobody is host and guest of two: the appointments say that; here no room is taken twice.
create unique index evening_room_is_taken_once on evening_meeting (evening_id, slot, room) where not off;
