-- The keys by which push services know this installation, made once; none where the settings bring them.
create table push_key (
    only_one       boolean primary key default true,
    public_key     bytea       not null,
    private_secret text        not null,
    made_at        timestamptz not null,
    constraint push_key_is_the_only_one check (only_one),
    constraint push_key_is_a_point check (octet_length(public_key) = 65)
);

-- Browsers in which people are told. Where to, and for whom it is encrypted, is what their browsers gave.
create table push_device (
    id              uuid primary key,
    person_id       uuid        not null references person (id) on delete cascade,
    endpoint_secret text        not null unique,
    p256dh_secret   bytea       not null,
    auth_secret     bytea       not null,
    -- The browser, as known_device knows it: at sign-out, and when somebody else signs in there, it is found by that.
    browser_hash    bytea       not null,
    -- The key of the installation when it was made: by another one nothing reaches it.
    server_key      bytea       not null,
    agent           text        not null,
    added_at        timestamptz not null,
    reached_at      timestamptz,
    constraint push_device_is_spoken_to_by_https check (endpoint_secret ~ '^https?://' and char_length(endpoint_secret) <= 1000),
    constraint push_device_has_a_point check (octet_length(p256dh_secret) = 65),
    constraint push_device_has_a_secret check (octet_length(auth_secret) = 16),
    constraint push_device_hash_is_sha_256 check (octet_length(browser_hash) = 32),
    constraint push_device_agent_is_short check (char_length(agent) <= 300)
);

create index push_device_by_person on push_device (person_id);
create index push_device_by_browser on push_device (browser_hash);

-- One notice on one device. It goes with either; the words are made when it leaves.
create table push_message (
    notice_id  uuid        not null references notice (id) on delete cascade,
    device_id  uuid        not null references push_device (id) on delete cascade,
    next_at    timestamptz not null,
    taken_at   timestamptz,
    attempts   integer     not null default 0,
    settled_at timestamptz,
    ending     text,
    primary key (notice_id, device_id),
    constraint push_message_ending_is_known check (ending in ('SENT', 'OVER', 'FAILED')),
    constraint push_message_ends_once check ((ending is null) = (settled_at is null)),
    constraint push_message_attempts_are_counted check (attempts between 0 and 1000)
);

create index push_message_waiting on push_message (next_at) where settled_at is null;
create index push_message_by_device on push_message (device_id);

-- What is withdrawn may have been told already, and be on its way outside.
create index notice_by_key on notice (key);
drop index notice_waiting_by_key;
