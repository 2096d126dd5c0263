-- BOOKING: a booking page for everybody is its coach's standing invitation.
alter table installation drop constraint installation_registration_is_known;
alter table installation
    add constraint installation_registration_is_known check (registration in ('OPEN', 'BOOKING', 'INVITATION', 'CLOSED'));
