-- Up to when what happened was read, by whom: the log of interviews, and the weekly summary of each time zone.
create table notice_cursor (
    name text primary key,
    at   timestamptz not null,
    constraint notice_cursor_name_is_short check (char_length(name) <= 100)
);

-- What of the log is news for people.
create index interview_event_told on interview_event (at)
    where type in ('scheduled', 'rescheduled', 'cancelled', 'no-show-reported', 'seat-given', 'published');
