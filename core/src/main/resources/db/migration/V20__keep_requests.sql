-- A guest's wish to have an account, until whoever reads the mail of its address has confirmed it.
create table keep_request (
    token_hash    bytea primary key,
    guest         uuid        not null references person (id) on delete cascade,
    email         text        not null,
    password_hash text        not null,
    next          text        not null,
    asked_at      timestamptz not null,
    expires_at    timestamptz not null,
    used_at       timestamptz,
    constraint keep_request_hash_is_sha_256 check (octet_length(token_hash) = 32),
    constraint keep_request_email_is_lower_case check (email = lower(email) and char_length(email) between 3 and 254),
    constraint keep_request_next_is_short check (char_length(next) <= 2000),
    constraint keep_request_lasts check (expires_at > asked_at)
);

create index keep_request_by_guest on keep_request (guest);
create index keep_request_by_end on keep_request (expires_at);
