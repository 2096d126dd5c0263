-- What a message carries for a calendar, until it is sent: an iCalendar object (RFC 5545).
alter table outbox
    add column calendar text,
    add constraint outbox_calendar_is_one check (calendar ~ '^BEGIN:VCALENDAR\r\n'),
    add constraint outbox_calendar_is_short check (octet_length(calendar) <= 64000),
    add constraint outbox_calendar_goes_with_the_message check (calendar is null or state not in ('SENT', 'DISCARDED'));
