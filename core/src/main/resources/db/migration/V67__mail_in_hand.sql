-- Until when a message is its taker's that was not handed to the mail server: from then on anybody may send it. Without a lease,
-- what is in hand may have left. So says the row of whoever takes messages and knows of no lease, too.
alter table outbox
    add column lease_until timestamptz;

create index outbox_leased on outbox (lease_until) where state = 'SENDING';
