-- Whether somebody's time zone was put in by whoever made their account, and they have yet to say it themselves. Whoever has no password
-- yet comes in by a way that asks none.
alter table person
    add column zone_unsaid boolean not null default false;

update person
   set zone_unsaid = true
 where password_hash is null
   and not guest
   and erased_at is null
   and merged_into is null;
