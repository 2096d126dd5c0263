-- Links that were mailed to somebody without an account: by them, and by nobody else's, an address says that it wants no more mail. Longer
-- than the address is known and the link opens the interview, as mail lies about for long.
create table mailed_link (
    link_hash    bytea       primary key,
    -- Of the address in small letters, as in unwanted_mail.
    address_hash bytea       not null,
    mailed_at    timestamptz not null,
    constraint mailed_link_hash_is_sha_256 check (octet_length(link_hash) = 32),
    constraint mailed_link_address_hash_is_sha_256 check (octet_length(address_hash) = 32)
);

insert into mailed_link (link_hash, address_hash, mailed_at)
select link, sha256(convert_to(lower(coalesce(invited_address.address, invitation.label)), 'UTF8')), invited_address.added_at
  from invited_address
 cross join unnest(invited_address.link_hashes) as link
  left join invitation on invitation.token_hash = link
 where coalesce(invited_address.address, invitation.label) like '%@%'
    on conflict (link_hash) do nothing;

alter table invited_address drop column link_hashes;

-- Who said so holds for what was planned before, too.
update invited_address
   set address = null
 where sha256(convert_to(lower(address), 'UTF8')) in (select address_hash from unwanted_mail);
