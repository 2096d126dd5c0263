-- When people can, by what for: hours of the week by the clock on their wall, and dates on which it is otherwise.
create table weekly_hours (
    person_id  uuid        not null references person (id) on delete cascade,
    purpose    text        not null,
    zone       text        not null,
    changed_at timestamptz not null,
    primary key (person_id, purpose),
    constraint weekly_hours_purpose_is_known check (purpose in ('PRACTICE', 'COACHING')),
    constraint weekly_hours_zone_is_short check (char_length(zone) between 1 and 64)
);

-- One that closes at or before it opens closes on the next day.
create table weekly_window (
    person_id uuid     not null,
    purpose   text     not null,
    day       smallint not null,
    opens     time     not null,
    closes    time     not null,
    primary key (person_id, purpose, day, opens, closes),
    foreign key (person_id, purpose) references weekly_hours (person_id, purpose) on delete cascade on update cascade,
    constraint weekly_window_day_counts_from_monday check (day between 1 and 7),
    constraint weekly_window_is_told_to_the_minute check (date_trunc('minute', opens) = opens and date_trunc('minute', closes) = closes)
);

create table dated_window (
    person_id uuid not null,
    purpose   text not null,
    date      date not null,
    opens     time not null,
    closes    time not null,
    kind      text not null,
    primary key (person_id, purpose, date, opens, closes, kind),
    foreign key (person_id, purpose) references weekly_hours (person_id, purpose) on delete cascade on update cascade,
    constraint dated_window_kind_is_known check (kind in ('OPEN', 'CLOSED')),
    constraint dated_window_is_told_to_the_minute check (date_trunc('minute', opens) = opens and date_trunc('minute', closes) = closes)
);

create index dated_window_by_date on dated_window (date);

-- What members want of practice with others. Whoever has no row is in no draw.
create table practice_wish (
    person_id   uuid primary key references person (id) on delete cascade,
    target_role text,
    seniority   text,
    languages   text[]      not null,
    minutes     integer     not null,
    pace        text        not null,
    -- About the next draw alone.
    next_draw   text,
    scores_used boolean     not null,
    drawn_at    timestamptz,
    changed_at  timestamptz not null,
    constraint practice_wish_target_role_is_short check (char_length(target_role) between 1 and 100),
    constraint practice_wish_seniority_is_known check (seniority in ('TEAM_LEAD', 'MANAGER', 'SENIOR_MANAGER', 'DIRECTOR', 'EXECUTIVE')),
    constraint practice_wish_languages_are_some check (cardinality(languages) between 1 and 12),
    constraint practice_wish_languages_are_codes check (array_to_string(languages, ' ', '?') ~ '^([a-z]{2,3}( (?=[a-z])|$))*$'),
    constraint practice_wish_minutes_are_some check (minutes between 20 and 240 and minutes % 2 = 0),
    constraint practice_wish_pace_is_known check (pace in ('EACH_DRAW', 'EVERY_SECOND_DRAW', 'WHEN_I_SAY')),
    constraint practice_wish_next_draw_is_known check (next_draw in ('IN', 'OUT'))
);

-- What became of what somebody had agreed to: the first word counts.
create table commitment (
    person_id     uuid        not null references person (id) on delete cascade,
    commitment_id uuid        not null,
    at            timestamptz not null,
    keeping       text        not null,
    recorded_at   timestamptz not null,
    primary key (person_id, commitment_id),
    constraint commitment_keeping_is_known check (keeping in ('KEPT', 'LATE', 'NO_SHOW'))
);

create index commitment_newest on commitment (person_id, at desc, commitment_id desc);
create index commitment_by_time on commitment (at);

-- What people have decided about somebody's matching.
create table matching_hold (
    person_id    uuid primary key references person (id) on delete cascade,
    paused_until timestamptz,
    lifted_at    timestamptz
);

-- Whom somebody would like to meet again, and whom never. Nobody but the first of the two may learn of it.
create table favourite (
    person_id uuid        not null references person (id) on delete cascade,
    other_id  uuid        not null references person (id) on delete cascade,
    at        timestamptz not null,
    primary key (person_id, other_id),
    constraint favourite_is_somebody_else check (person_id <> other_id)
);

create index favourite_by_other on favourite (other_id);

create table person_block (
    person_id uuid        not null references person (id) on delete cascade,
    other_id  uuid        not null references person (id) on delete cascade,
    at        timestamptz not null,
    primary key (person_id, other_id),
    constraint person_block_is_somebody_else check (person_id <> other_id)
);

create index person_block_by_other on person_block (other_id);

-- What somebody told the admins about somebody, and what was done about it. Goes with the one it is about; of one who reported
-- and was erased it loses the words.
create table member_report (
    id         uuid primary key,
    reporter   uuid        not null references person (id),
    about      uuid        not null references person (id) on delete cascade,
    kind       text        not null,
    words      text        not null,
    at         timestamptz not null,
    handled_by uuid references person (id),
    handled_at timestamptz,
    ending     text,
    note       text        not null default '',
    constraint member_report_is_about_somebody_else check (reporter <> about),
    constraint member_report_kind_is_known check (kind in ('HARASSMENT', 'RUDENESS', 'NOT_PRACTISING', 'CONFIDENCE_BROKEN', 'OTHER')),
    constraint member_report_words_are_short check (char_length(words) <= 2000 and char_length(note) <= 2000),
    constraint member_report_is_handled_by_somebody check (num_nulls(handled_by, handled_at, ending) in (0, 3)),
    constraint member_report_ending_is_known check (ending in ('NOTHING', 'SPOKEN', 'PAUSED', 'SUSPENDED'))
);

-- One waits at a time.
create unique index member_report_waiting on member_report (reporter, about) where handled_at is null;
create index member_report_about on member_report (about);
create index member_report_by_reporter on member_report (reporter, about, at desc);
create index member_report_handled on member_report (handled_at desc) where handled_at is not null;

-- What the clock says of interviews is looked for by their time.
create index interview_by_start on interview (starts_at);
