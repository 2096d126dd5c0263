-- Who agreed to which version of which text. The texts themselves come with the program, and no version of them ever goes.
create table consent (
    number    bigint      not null generated always as identity primary key,
    person_id uuid        not null references person (id) on delete cascade,
    subject   text        not null,
    version   integer     not null,
    at        timestamptz not null,
    constraint consent_subject_is_known check (subject in ('ACCOUNT', 'GUEST')),
    constraint consent_version_counts_from_one check (version >= 1)
);

create index consent_by_person on consent (person_id, number);

-- A link by which a candidate shows a published scorecard to whoever holds it. Only the hash of its secret is kept.
create table share_link (
    id           uuid primary key,
    token_hash   bytea       not null unique,
    interview_id uuid        not null references interview (id),
    person_id    uuid        not null references person (id) on delete cascade,
    label        text        not null,
    part         text        not null,
    naming       text        not null,
    made_at      timestamptz not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    opened       integer     not null default 0,
    opened_at    timestamptz,
    constraint share_link_hash_is_sha_256 check (octet_length(token_hash) = 32),
    constraint share_link_label_is_short check (char_length(label) <= 100),
    constraint share_link_part_is_known check (part in ('SUMMARY', 'WHOLE')),
    constraint share_link_naming_is_known check (naming in ('NAME', 'INITIALS')),
    constraint share_link_lasts check (expires_at > made_at),
    constraint share_link_opened_at_some_time check ((opened = 0) = (opened_at is null))
);

create index share_link_by_person on share_link (person_id, made_at desc);
create index share_link_by_end on share_link (expires_at);

-- Who opened a link lately, by a hash that names nobody: so that a visitor who loads the page again is not counted again.
create table share_visit (
    share_id   uuid        not null references share_link (id) on delete cascade,
    visitor    bytea       not null,
    counted_at timestamptz not null,
    primary key (share_id, visitor),
    constraint share_visit_is_a_hash check (octet_length(visitor) = 32)
);

-- Results that the candidate keeps from the interviewers. No row: the interviewers see them.
create table results_kept (
    interview_id uuid primary key references interview (id),
    at           timestamptz not null
);

-- An admin looked into one interview, for a while and with a reason, and the candidate was told.
create table broken_glass (
    id           uuid primary key,
    interview_id uuid        not null references interview (id),
    admin_id     uuid        not null references person (id),
    reason       text        not null,
    at           timestamptz not null,
    until        timestamptz not null,
    constraint broken_glass_has_a_reason check (char_length(reason) <= 500),
    constraint broken_glass_lasts check (until > at)
);

create index broken_glass_by_interview on broken_glass (interview_id, at desc);
create index broken_glass_by_time on broken_glass (at desc);

-- What a coach notes about a candidate, with every wording. Read by its author alone.
create table coach_note (
    id         uuid primary key,
    author     uuid        not null references person (id),
    candidate  uuid        not null references person (id),
    written_at timestamptz not null,
    constraint coach_note_is_about_somebody_else check (author <> candidate)
);

create index coach_note_by_author on coach_note (author, candidate, written_at desc);
create index coach_note_by_candidate on coach_note (candidate);

create table coach_note_wording (
    note_id uuid        not null references coach_note (id) on delete cascade,
    number  integer     not null,
    text    text        not null,
    at      timestamptz not null,
    primary key (note_id, number),
    constraint coach_note_wording_says_something check (char_length(text) between 1 and 5000),
    constraint coach_note_wording_counts_from_one check (number >= 1)
);

-- Everything about one person as a file, made in the background and fetched once.
create table data_export (
    id         uuid primary key,
    person_id  uuid        not null references person (id) on delete cascade,
    asked_at   timestamptz not null,
    ready_at   timestamptz,
    expires_at timestamptz,
    fetched_at timestamptz,
    content    bytea,
    constraint data_export_is_not_too_large check (octet_length(content) <= 52428800),
    constraint data_export_content_while_it_waits check (content is null or (ready_at is not null and fetched_at is null)),
    constraint data_export_ends_when_ready check ((ready_at is null) = (expires_at is null))
);

create index data_export_by_person on data_export (person_id, asked_at desc);
-- One at a time.
create unique index data_export_in_the_making on data_export (person_id) where ready_at is null;
