-- Where somebody was going when they registered: they come back there once their account is there.
alter table registration
    add column next text not null default '',
    add constraint registration_next_is_short check (char_length(next) <= 2000);
