-- When draws are held: one row, which an admin changes. By the wall clock of a zone, so that it stays on Sunday evening all year.
create table draw_plan (
    only_one boolean primary key default true,
    weekday  smallint not null default 7,
    at       time     not null default '18:00',
    zone     text     not null,
    constraint draw_plan_is_one check (only_one),
    constraint draw_plan_weekday_is_one check (weekday between 1 and 7)
);

-- Members are put together for the week from `from_at`. Weekly ones are held once for each moment at which one is due, others when an
-- admin asks; no two that were asked for wait at a time.
create table draw (
    id         uuid primary key,
    weekly     boolean     not null,
    due_at     timestamptz not null,
    asked_by   uuid references person (id),
    from_at    timestamptz not null,
    until_at   timestamptz not null,
    ran_at     timestamptz,
    members    integer     not null default 0,
    pairs      integer     not null default 0,
    rematch_at timestamptz,
    constraint draw_is_for_some_time check (from_at < until_at),
    constraint draw_is_weekly_or_asked_for check (weekly or asked_by is not null)
);

create unique index draw_is_held_once_a_week on draw (due_at) where weekly;
create unique index draw_waits_alone on draw (weekly) where not weekly and ran_at is null;
create index draw_that_waits on draw (due_at) where ran_at is null;
create index draw_by_end on draw (until_at);

-- What became of whoever took part in a draw: LEFT waits for a partner, first in line in the next one.
create table draw_place (
    draw_id   uuid        not null references draw (id) on delete cascade,
    person_id uuid        not null references person (id) on delete cascade,
    place     text        not null,
    at        timestamptz not null,
    primary key (draw_id, person_id),
    constraint draw_place_is_known check (place in ('PAIRED', 'LEFT', 'GONE'))
);

create index draw_place_by_person on draw_place (person_id, at desc);

-- Two people who were put together. Whoever they are stands in pair_person; with either of them it goes.
create table pair (
    id         uuid primary key,
    origin     text        not null,
    draw_id    uuid references draw (id) on delete set null,
    first_id   uuid        not null unique,
    made_at    timestamptz not null,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    confirm_by timestamptz not null,
    why        text        not null,
    state      text        not null,
    over_why   text,
    wish_seat  smallint,
    wish_from  timestamptz,
    wish_until timestamptz,
    watched_at timestamptz,
    changed_at timestamptz not null,
    constraint pair_origin_is_known check (origin in ('DRAW', 'NOW')),
    constraint pair_state_is_known
        check (state in ('PROPOSED', 'HALF_CONFIRMED', 'CONFIRMED', 'RELEASED', 'CANCELLED', 'KEPT', 'MISSED')),
    constraint pair_takes_time check (starts_at < ends_at),
    constraint pair_says_why_it_was_released check ((over_why is not null) = (state = 'RELEASED')),
    constraint pair_wish_is_whole check ((wish_seat is null) = (wish_from is null) and (wish_from is null) = (wish_until is null)),
    constraint pair_wish_is_of_a_confirmed_one check (wish_seat is null or state = 'CONFIRMED')
);

create index pair_to_settle on pair (confirm_by) where state in ('PROPOSED', 'HALF_CONFIRMED');
create index pair_to_judge on pair (starts_at) where state = 'CONFIRMED';
create index pair_by_change on pair (changed_at);
create index pair_by_draw on pair (draw_id);

-- `had_part`: in what ended it, as who let the time run out, declined, called off or did not come.
create table pair_person (
    pair_id      uuid     not null references pair (id) on delete cascade,
    person_id    uuid     not null references person (id) on delete cascade,
    seat         smallint not null,
    origin       text     not null,
    undecided    boolean  not null,
    confirmed_at timestamptz,
    declined     text,
    had_part     boolean  not null default false,
    late         boolean  not null default false,
    primary key (pair_id, person_id),
    unique (pair_id, seat),
    constraint pair_person_is_one_of_two check (seat in (1, 2)),
    constraint pair_person_declines_for_a_reason check (declined in ('HOUR', 'OTHER_PARTNER', 'NOT_THIS_WEEK'))
);

-- Nobody is in two pairs of one origin that wait for a word, whichever node makes them.
create unique index pair_person_waits_in_one on pair_person (person_id, origin) where undecided;
create index pair_person_by_person on pair_person (person_id, pair_id);

-- A pair of one is none.
create function end_a_pair_of_one() returns trigger
    language plpgsql as
$$
begin
    delete from pair where id = old.pair_id;
    return null;
end
$$;

create trigger pair_person_leaves
    after delete on pair_person
    for each row execute function end_a_pair_of_one();

-- Who waits for a partner now. Their page renews `seen_at`; who has not been seen for half a minute has left.
create table waiting (
    person_id uuid primary key references person (id) on delete cascade,
    joined_at timestamptz not null,
    seen_at   timestamptz not null,
    in_front  boolean     not null default false
);

-- How long anybody waited, without who.
create table past_wait (
    id        bigint generated always as identity primary key,
    joined_at timestamptz not null,
    ended_at  timestamptz not null,
    paired    boolean     not null,
    constraint past_wait_runs_forwards check (joined_at <= ended_at)
);

create index past_wait_by_start on past_wait (joined_at);
