-- Where coaches are booked. A page goes with its owner, and everything on it with the page.
create table booking_page (
    id             uuid primary key,
    slug           text        not null unique,
    title          text        not null,
    intro          text        not null,
    owner          uuid        not null references person (id) on delete cascade,
    audience       text        not null,
    open           boolean     not null default false,
    minutes_before integer     not null,
    minutes_after  integer     not null,
    notice_hours   integer     not null,
    most_a_day     integer     not null,
    days_ahead     integer     not null,
    change_hours   integer     not null,
    step_minutes   integer     not null,
    made_at        timestamptz not null,
    constraint booking_page_slug_is_an_address check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) between 3 and 40),
    constraint booking_page_title_is_short check (char_length(title) between 1 and 160),
    constraint booking_page_intro_is_short check (char_length(intro) <= 2000),
    constraint booking_page_audience_is_known check (audience in ('PUBLIC', 'COHORT')),
    constraint booking_page_minutes_between_are_few check (minutes_before between 0 and 120 and minutes_after between 0 and 120),
    constraint booking_page_hours_are_few check (notice_hours between 0 and 336 and change_hours between 0 and 336),
    constraint booking_page_most_a_day_is_some check (most_a_day between 1 and 24),
    constraint booking_page_days_ahead_are_some check (days_ahead between 1 and 180),
    constraint booking_page_step_divides_the_hour check (step_minutes in (15, 30, 60))
);

create index booking_page_by_owner on booking_page (owner);

-- Who takes sessions, once they said that they will.
create table booking_page_coach (
    page_id   uuid        not null references booking_page (id) on delete cascade,
    person_id uuid        not null references person (id) on delete cascade,
    asked_at  timestamptz not null,
    agreed_at timestamptz,
    primary key (page_id, person_id)
);

create index booking_page_coach_by_person on booking_page_coach (person_id);

-- What was booked once stays as it was called, although nobody can book it any more.
create table session_kind (
    id          uuid primary key,
    page_id     uuid    not null references booking_page (id) on delete cascade,
    place       integer not null,
    name        text    not null,
    bank_id     text    not null,
    round_id    text    not null,
    minutes     integer not null,
    price       text    not null,
    description text    not null,
    retired     boolean not null default false,
    constraint session_kind_name_is_short check (char_length(name) between 1 and 160),
    constraint session_kind_minutes_are_some check (minutes between 10 and 240),
    constraint session_kind_price_is_short check (char_length(price) <= 160),
    constraint session_kind_description_is_short check (char_length(description) <= 1200)
);

create index session_kind_by_page on session_kind (page_id, place);

create table session_question (
    kind_id  uuid    not null references session_kind (id) on delete cascade,
    place    integer not null,
    text     text    not null,
    required boolean not null,
    primary key (kind_id, place),
    constraint session_question_is_short check (char_length(text) between 1 and 400)
);

-- One row a session that was booked, under the id of its interview, which says when it is and what became of it.
create table booking (
    interview_id uuid primary key references interview (id) deferrable initially deferred,
    page_id      uuid        not null references booking_page (id) on delete cascade,
    kind_id      uuid        not null references session_kind (id) on delete cascade,
    coach        uuid        not null references person (id) on delete cascade,
    candidate    uuid        not null references person (id) on delete cascade,
    minutes      integer     not null,
    booked_at    timestamptz not null,
    constraint booking_is_of_two check (coach <> candidate)
);

create index booking_by_coach on booking (coach, booked_at);
create index booking_by_candidate on booking (candidate, booked_at);
create index booking_by_page on booking (page_id);
create index booking_by_kind on booking (kind_id);

-- Each with its question as it was asked then.
create table booking_answer (
    interview_id uuid    not null references booking (interview_id) on delete cascade,
    place        integer not null,
    question     text    not null,
    answer       text    not null,
    primary key (interview_id, place),
    constraint booking_answer_is_short check (char_length(answer) <= 4000)
);
