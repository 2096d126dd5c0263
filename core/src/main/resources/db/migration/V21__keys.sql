-- Passkeys: what an authenticator showed when it was added, and how often it has signed since.
create table passkey (
    credential_id      bytea primary key,
    person_id          uuid        not null references person (id) on delete cascade,
    label              text        not null,
    public_key         bytea       not null,
    attestation_object bytea       not null,
    transports         text        not null,
    signature_count    bigint      not null,
    backup_eligible    boolean     not null,
    backed_up          boolean     not null,
    added_at           timestamptz not null,
    used_at            timestamptz,
    constraint passkey_id_is_short check (octet_length(credential_id) between 1 and 1023),
    constraint passkey_label_is_short check (label = btrim(label) and char_length(label) between 1 and 60),
    constraint passkey_counts_up check (signature_count >= 0)
);

create index passkey_by_person on passkey (person_id, added_at);

-- What an authenticator is asked to sign, by its hash, for minutes and once. Without a person it is for signing in.
create table passkey_challenge (
    challenge_hash bytea primary key,
    person_id      uuid references person (id) on delete cascade,
    expires_at     timestamptz not null,
    constraint passkey_challenge_hash_is_sha_256 check (octet_length(challenge_hash) = 32)
);

create index passkey_challenge_by_expiry on passkey_challenge (expires_at);

-- The authenticator app of a person. The secret is sealed with a key that is not in the database. A code counts once: the step of
-- the last one that did is kept.
create table second_factor (
    person_id uuid primary key references person (id) on delete cascade,
    secret    text        not null,
    last_step bigint      not null,
    since     timestamptz not null
);

-- One that is being set up; whatever was there before goes on until a code has confirmed this one.
create table second_factor_draft (
    person_id uuid primary key references person (id) on delete cascade,
    secret    text        not null,
    made_at   timestamptz not null
);

create table recovery_code (
    code_hash bytea primary key,
    person_id uuid not null references second_factor (person_id) on delete cascade,
    used_at   timestamptz,
    constraint recovery_code_hash_is_sha_256 check (octet_length(code_hash) = 32)
);

create index recovery_code_by_person on recovery_code (person_id);

-- Who somebody is at a provider of sign-ins.
create table provider_link (
    provider  text        not null,
    subject   text        not null,
    person_id uuid        not null references person (id) on delete cascade,
    email     text        not null,
    linked_at timestamptz not null,
    used_at   timestamptz,
    primary key (provider, subject),
    constraint provider_link_is_one_a_provider unique (person_id, provider),
    constraint provider_link_provider_is_short check (char_length(provider) between 1 and 40),
    constraint provider_link_subject_is_short check (char_length(subject) between 1 and 255)
);

-- A link that its person has not agreed to yet: a provider has confirmed the address of an account that does not know the provider.
-- Whoever is signed in to the account agrees by the id, whoever reads its mail by the token.
create table provider_offer (
    id         uuid primary key,
    token_hash bytea       not null unique,
    provider   text        not null,
    subject    text        not null,
    person_id  uuid        not null references person (id) on delete cascade,
    email      text        not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    constraint provider_offer_hash_is_sha_256 check (octet_length(token_hash) = 32),
    constraint provider_offer_lasts check (expires_at > made_at)
);

create index provider_offer_by_person on provider_offer (person_id);
create index provider_offer_by_expiry on provider_offer (expires_at);
