-- What people are told. Names and times are looked up when somebody reads; what a notice says of people are ids, and words only in
-- the reason that somebody gave.
create table notice (
    id           uuid primary key,
    key          text        not null,
    person_id    uuid        not null references person (id) on delete cascade,
    kind         text        not null,
    interview_id uuid references interview (id),
    filled       jsonb       not null,
    link         text        not null,
    posted_at    timestamptz not null,
    due_at       timestamptz not null,
    until        timestamptz not null,
    -- When it is looked at next: when it is due, or later after a failure.
    next_at      timestamptz not null,
    settled_at   timestamptz,
    -- Told to nobody, because it did not stand any more.
    dropped      boolean     not null default false,
    -- When it came onto the page of messages, if it did.
    shown_at     timestamptz,
    read_at      timestamptz,
    -- One event is one notice to a person.
    constraint notice_tells_once unique (person_id, key),
    constraint notice_key_is_short check (char_length(key) between 1 and 200),
    constraint notice_kind_is_a_name check (kind ~ '^[A-Z]+(_[A-Z]+)*$'),
    constraint notice_links_within check (link like '/%' and char_length(link) <= 500),
    constraint notice_ends_after_it_is_due check (until > due_at),
    constraint notice_drops_when_settled check (not dropped or settled_at is not null)
);

create index notice_waiting on notice (next_at) where settled_at is null;
create index notice_waiting_by_key on notice (key) where settled_at is null;
create index notice_by_interview on notice (interview_id) where interview_id is not null;
create index notice_by_age on notice (posted_at);

-- By which ways it was told, each once.
create table notice_delivery (
    notice_id uuid        not null references notice (id) on delete cascade,
    channel   text        not null,
    at        timestamptz not null,
    primary key (notice_id, channel),
    constraint notice_delivery_channel_is_known check (channel in ('IN_APP', 'EMAIL', 'PUSH'))
);

-- What is on somebody's page of messages, the newest first, and how much of it is new.
create index notice_shown on notice (person_id, shown_at desc, id desc) where shown_at is not null;
create index notice_unread on notice (person_id) where shown_at is not null and read_at is null;

-- What somebody chose about one kind and one way. No row: what the kind does unless somebody chooses.
create table notice_choice (
    person_id uuid    not null references person (id) on delete cascade,
    kind      text    not null,
    channel   text    not null,
    wanted    boolean not null,
    primary key (person_id, kind, channel),
    constraint notice_choice_kind_is_a_name check (kind ~ '^[A-Z]+(_[A-Z]+)*$'),
    constraint notice_choice_channel_is_known check (channel in ('IN_APP', 'EMAIL', 'PUSH'))
);
