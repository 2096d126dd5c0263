-- Until when a candidate moves a session is agreed when it is booked, and holds whatever its page says later.
alter table booking add column change_hours integer;

update booking
   set change_hours = coalesce((select booking_page.change_hours from booking_page where booking_page.id = booking.page_id), 0);

alter table booking
    alter column change_hours set not null,
    add constraint booking_change_hours_are_few check (change_hours between 0 and 336);
