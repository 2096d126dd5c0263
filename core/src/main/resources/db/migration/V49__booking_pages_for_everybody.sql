-- Every member is shown the open pages that are for everybody.
create index booking_page_for_everybody on booking_page (id) where open and audience = 'PUBLIC';
