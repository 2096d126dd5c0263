create table person (
    id            uuid primary key,
    name          text        not null,
    email         text unique,
    role          text        not null,
    zone          text        not null,
    guest         boolean     not null,
    password_hash text,
    created_at    timestamptz not null,
    constraint person_name_is_short check (name = btrim(name) and char_length(name) between 1 and 100),
    constraint person_email_is_lower_case check (email = lower(email) and char_length(email) between 3 and 254),
    constraint person_role_is_known check (role in ('ADMIN', 'COACH', 'MEMBER')),
    constraint person_zone_is_short check (char_length(zone) between 1 and 64),
    constraint person_account_has_email check (guest or email is not null),
    constraint person_guest_has_no_account check (not guest or (email is null and password_hash is null and role = 'MEMBER'))
);

create index person_by_name on person (lower(name), id) where not guest;

create table cohort (
    id         uuid primary key,
    name       text        not null,
    coach_id   uuid        not null references person (id),
    created_at timestamptz not null,
    constraint cohort_name_is_short check (name = btrim(name) and char_length(name) between 1 and 100)
);

create index cohort_by_coach on cohort (coach_id);

create table cohort_member (
    cohort_id uuid        not null references cohort (id),
    person_id uuid        not null references person (id),
    joined_at timestamptz not null,
    primary key (cohort_id, person_id)
);

create index cohort_member_by_person on cohort_member (person_id);

-- One-time links of the installation itself: the first admin's, and the one that sets a password.
create table setup_link (
    token_hash bytea primary key,
    purpose    text        not null,
    person_id  uuid references person (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    constraint setup_link_hash_is_sha_256 check (octet_length(token_hash) = 32),
    constraint setup_link_purpose_is_known check (purpose in ('FIRST_ADMIN', 'SET_PASSWORD')),
    constraint setup_link_names_its_person check ((purpose = 'SET_PASSWORD') = (person_id is not null)),
    constraint setup_link_lasts check (expires_at > created_at)
);

-- A link by which somebody without an account joins an interview. The first person who opens it keeps it.
create table invitation (
    token_hash   bytea primary key,
    interview_id uuid        not null,
    label        text        not null,
    created_by   uuid        not null references person (id),
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    used_by      uuid references person (id),
    constraint invitation_hash_is_sha_256 check (octet_length(token_hash) = 32),
    constraint invitation_label_is_short check (char_length(label) <= 200),
    constraint invitation_lasts check (expires_at > created_at)
);

create index invitation_by_interview on invitation (interview_id);
