-- Since when a page was to be found for the first time: only of such a page is it said that it is switched off.
alter table booking_page add column opened_at timestamptz;

update booking_page
   set opened_at = made_at
 where open
    or exists (select from booking where booking.page_id = booking_page.id);
