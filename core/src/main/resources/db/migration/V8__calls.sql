-- Who is in the call of an interview, and what their browsers tell each other to find a way. Unlogged: after a crash, or on a
-- standby that took over, the tables are empty, and whoever was in a call enters again by itself.
create unlogged table call_seat (
    connection_id uuid primary key,
    interview_id  uuid        not null references interview (id),
    person_id     uuid        not null references person (id),
    place         smallint    not null,
    leased_until  timestamptz not null,
    -- the last number given to a signal for this page
    numbered      bigint      not null default 0,
    -- how many signals this page has sent since when
    counted       integer     not null default 0,
    counted_since timestamptz not null,
    constraint call_seat_holds_four check (place between 1 and 4),
    constraint call_seat_one_a_place unique (interview_id, place),
    constraint call_seat_one_a_person unique (interview_id, person_id)
);

create index call_seat_by_lease on call_seat (leased_until);

create unlogged table call_signal (
    connection_id uuid        not null references call_seat (connection_id) on delete cascade,
    number        bigint      not null,
    sender        uuid        not null,
    body          text        not null,
    sent_at       timestamptz not null,
    primary key (connection_id, number),
    constraint call_signal_is_short check (octet_length(body) between 1 and 32768)
);

create index call_signal_by_age on call_signal (sent_at);

-- Takes the first free place of a call for a person's page; the person's earlier page and those whose lease is over lose
-- theirs. Answers whether there was one; a name that another page has gets none.
create function enter_call(the_interview uuid, the_connection uuid, the_person uuid, at timestamptz, until timestamptz)
    returns boolean
    language plpgsql as
$$
begin
    perform pg_advisory_xact_lock(hashtextextended('call ' || the_interview, 0));

    delete
      from call_seat
     where interview_id = the_interview
       and (person_id = the_person or leased_until < at);

    insert into call_seat (connection_id, interview_id, person_id, place, leased_until, counted_since)
    select the_connection, the_interview, the_person, free.place, until, at
      from generate_series(1, 4) as free (place)
     where not exists (select
                         from call_seat
                        where interview_id = the_interview
                          and place = free.place)
     order by free.place
     limit 1
        on conflict (connection_id) do nothing;

    return found;
end
$$;
