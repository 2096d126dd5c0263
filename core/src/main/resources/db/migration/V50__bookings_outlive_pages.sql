-- What another coach of a team holds outlives the page on which it was booked, which goes with whoever made it.
alter table booking
    alter column page_id drop not null,
    alter column kind_id drop not null,
    drop constraint booking_page_id_fkey,
    drop constraint booking_kind_id_fkey,
    add constraint booking_page_id_fkey foreign key (page_id) references booking_page (id) on delete set null,
    add constraint booking_kind_id_fkey foreign key (kind_id) references session_kind (id) on delete set null;
