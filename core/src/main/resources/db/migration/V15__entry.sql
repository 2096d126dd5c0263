-- Tries at what is guessed, by the hash of what they were at.
create table throttle (
    kind    text        not null,
    subject bytea       not null,
    tries   int         not null,
    last_at timestamptz not null,
    until   timestamptz not null,
    refused boolean     not null,
    primary key (kind, subject),
    constraint throttle_subject_is_sha_256 check (octet_length(subject) = 32),
    constraint throttle_counts_up check (tries >= 0)
);

-- Browsers in which somebody has signed in, by the hash of a cookie: a stranger's tries elsewhere do not slow them down.
create table known_device (
    token_hash bytea       not null,
    person_id  uuid        not null references person (id) on delete cascade,
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    primary key (token_hash, person_id),
    constraint known_device_hash_is_sha_256 check (octet_length(token_hash) = 32)
);

create index known_device_by_person on known_device (person_id);

-- Lets its holder make an account. Whoever it was sent to has shown by it that the address is theirs; without one it is a link to hand over.
create table invite (
    id         uuid primary key,
    token_hash bytea       not null unique,
    email      text,
    role       text        not null,
    cohort_id  uuid references cohort (id),
    invited_by uuid        not null references person (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    used_by    uuid references person (id),
    revoked_at timestamptz,
    constraint invite_hash_is_sha_256 check (octet_length(token_hash) = 32),
    constraint invite_email_is_lower_case check (email = lower(email) and char_length(email) between 3 and 254),
    constraint invite_role_is_known check (role in ('ADMIN', 'COACH', 'MEMBER')),
    constraint invite_lasts check (expires_at > created_at),
    constraint invite_use_names_its_person check ((used_at is null) = (used_by is null)),
    constraint invite_is_used_or_revoked check (used_at is null or revoked_at is null)
);

create index invite_by_age on invite (created_at desc, id);
create index invite_by_inviter on invite (invited_by, created_at desc, id);
create index invite_by_cohort on invite (cohort_id);
create index invite_by_person on invite (used_by);

-- What somebody who is not signed in asked for by an address. A job answers by mail, so that the answer on the page is the same, and as quick, for every address.
create table entry_request (
    id       uuid primary key,
    kind     text        not null,
    email    text        not null,
    details  jsonb       not null,
    asked_at timestamptz not null,
    constraint entry_request_kind_is_known check (kind in ('SIGN_IN_LINK', 'RESET', 'REGISTER', 'RESEND')),
    constraint entry_request_email_is_lower_case check (email = lower(email) and char_length(email) between 3 and 254)
);

-- An account that its person has not confirmed yet. Several may wait for one address; whichever is confirmed first ends the others.
create table registration (
    token_hash    bytea primary key,
    email         text        not null,
    name          text        not null,
    zone          text        not null,
    password_hash text        not null,
    browser_hash  bytea,
    invite_id     uuid references invite (id) on delete cascade,
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    constraint registration_hash_is_sha_256 check (octet_length(token_hash) = 32),
    constraint registration_browser_is_sha_256 check (octet_length(browser_hash) = 32),
    constraint registration_email_is_lower_case check (email = lower(email) and char_length(email) between 3 and 254),
    constraint registration_name_is_short check (name = btrim(name) and char_length(name) between 1 and 100),
    constraint registration_lasts check (expires_at > created_at)
);

create index registration_by_email on registration (email);

-- One-time links by mail: one signs in, the other sets a new password.
create table entry_link (
    token_hash bytea primary key,
    purpose    text        not null,
    person_id  uuid        not null references person (id) on delete cascade,
    next       text        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    constraint entry_link_hash_is_sha_256 check (octet_length(token_hash) = 32),
    constraint entry_link_purpose_is_known check (purpose in ('SIGN_IN', 'RESET')),
    constraint entry_link_next_is_short check (char_length(next) <= 2000),
    constraint entry_link_lasts check (expires_at > created_at)
);

create index entry_link_by_person on entry_link (person_id);

-- Another e-mail address: both the one before and the new one say yes, or either says no.
create table address_change (
    id               uuid primary key,
    person_id        uuid        not null references person (id) on delete cascade,
    old_email        text        not null,
    new_email        text        not null,
    old_token_hash   bytea       not null unique,
    new_token_hash   bytea       not null unique,
    created_at       timestamptz not null,
    expires_at       timestamptz not null,
    old_confirmed_at timestamptz,
    new_confirmed_at timestamptz,
    ended_at         timestamptz,
    constraint address_change_hashes_are_sha_256 check (octet_length(old_token_hash) = 32 and octet_length(new_token_hash) = 32),
    constraint address_change_emails_are_lower_case check (old_email = lower(old_email) and new_email = lower(new_email)),
    constraint address_change_changes check (old_email <> new_email),
    constraint address_change_lasts check (expires_at > created_at)
);

create unique index address_change_open on address_change (person_id) where ended_at is null;
