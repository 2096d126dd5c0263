-- Published banks. The file is kept byte for byte: its checksum tells whether a version was touched.
create table bank_version (
    bank_id      text        not null check (bank_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(bank_id) <= 60),
    version      integer     not null check (version between 1 and 9999),
    checksum     text        not null check (checksum ~ '^[0-9a-f]{64}$'),
    file_name    text        not null check (file_name <> ''),
    source       bytea       not null check (length(source) between 1 and 1000000),
    published_at timestamptz not null,
    primary key (bank_id, version),
    constraint bank_version_checksum_is_of_source check (checksum = encode(sha256(source), 'hex'))
);

create function refuse_to_change_a_published_version() returns trigger language plpgsql as $$
begin
    raise exception 'published versions are frozen';
end
$$;

create trigger bank_version_is_frozen
    before update or delete or truncate on bank_version
    for each statement execute function refuse_to_change_a_published_version();

-- Versions of a bank only go up. The lock makes two publishers of one bank take turns.
create function refuse_a_version_out_of_order() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('bank_version ' || new.bank_id, 0));
    if exists (select from bank_version where bank_id = new.bank_id and version >= new.version) then
        raise unique_violation using message = 'the same or a higher version of this bank is published';
    end if;
    return new;
end
$$;

create trigger bank_version_goes_up
    before insert on bank_version
    for each row execute function refuse_a_version_out_of_order();
