-- What a person's programs use the API with. The secret itself is nowhere.
create table access_token (
    id           uuid primary key,
    person_id    uuid        not null references person (id) on delete cascade,
    name         text        not null,
    scope        text        not null,
    token_hash   bytea       not null unique,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    constraint access_token_name_is_short check (name = btrim(name) and char_length(name) between 1 and 60),
    constraint access_token_scope_is_known check (scope in ('READ', 'WRITE')),
    constraint access_token_hash_is_sha_256 check (octet_length(token_hash) = 32),
    constraint access_token_lasts_a_year_at_most
        check (expires_at > created_at and expires_at <= created_at + interval '365 days')
);

create index access_token_by_person on access_token (person_id, created_at);
