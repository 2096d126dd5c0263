-- Where somebody without an account is written to who is invited to an interview: as long as there may be something to tell.
create table invited_address (
    interview_id uuid        primary key references interview (id),
    -- Gone once they want no more mail. The row stays until it is swept, as it was a mail that its host caused.
    address      text,
    -- The place in the log of the last change of the interview's hour of which a mail told; 0 as it was first agreed, -1 before that.
    told         integer     not null default -1,
    mails        integer     not null default 0,
    -- Of the links that were mailed to nobody but them.
    link_hashes  bytea[]     not null default '{}',
    added_at     timestamptz not null,
    constraint invited_address_is_short check (char_length(address) between 3 and 254),
    constraint invited_address_told_is_a_place check (told >= -1),
    constraint invited_address_mails_are_counted check (mails >= 0)
);

-- How many mails went to an address lately is asked before another does.
create index invited_address_by_address on invited_address (lower(address), added_at);

-- Who wants no invitations from here, whoever types their address. Of the address its hash alone is kept.
create table unwanted_mail (
    address_hash bytea       primary key,
    said_at      timestamptz not null,
    constraint unwanted_mail_hash_is_sha_256 check (octet_length(address_hash) = 32)
);

-- What somebody is told of, which the candidate of a link hears when they take their chair, and who watched when they are taken off.
drop index interview_event_told;
create index interview_event_told on interview_event (at)
    where type in ('scheduled', 'rescheduled', 'cancelled', 'no-show-reported', 'seat-given', 'seat-withdrawn', 'joined',
                   'person-merged', 'published');

-- Whoever is taken off and asked again gets a later edition of the same entry.
drop index interview_event_of_time;
create index interview_event_of_time on interview_event (interview_id)
    where type in ('scheduled', 'rescheduled', 'cancelled', 'no-show-reported', 'seat-given', 'seat-withdrawn');

-- Whether a mail to such an address went out is asked by the beginning of its key.
create index outbox_to_invitees on outbox (key text_pattern_ops) where key like 'invitee:%';
