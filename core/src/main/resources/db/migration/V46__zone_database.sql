-- The newest zone database by which appointments were looked at: a node that has an older one moves none of them back.
create table zone_database (
    only_one boolean primary key default true,
    version  text collate "C" not null,
    seen_at  timestamptz not null,
    constraint zone_database_is_one check (only_one)
);
