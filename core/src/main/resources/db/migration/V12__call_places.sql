-- A call has four places. Whoever comes in leaves free those that are kept for others: for the candidate and the lead, however
-- many watch. Leases run on the database's clock, which is the same for every node.
drop function enter_call(uuid, uuid, uuid, timestamptz, timestamptz);

-- Takes the first free place of a call for a person's page; the person's earlier page and those whose lease is over lose
-- theirs. Answers whether there was one; a name that another page has gets none. Of the places that are kept, those are taken
-- whose people are in; whoever holds a place gets one again.
create function enter_call(the_interview uuid, the_connection uuid, the_person uuid, kept integer, kept_for uuid[],
                           lease interval)
    returns boolean
    language plpgsql as
$$
declare
    had boolean;
begin
    perform pg_advisory_xact_lock(hashtextextended('call ' || the_interview, 0));

    delete
      from call_seat
     where interview_id = the_interview
       and leased_until < now();

    if exists (select
                 from call_seat
                where connection_id = the_connection
                  and (interview_id <> the_interview or person_id <> the_person)) then
        return false;
    end if;

    delete
      from call_seat
     where interview_id = the_interview
       and person_id = the_person;
    had := found;

    if not had and (select 4 - count(*) <= kept - count(*) filter (where person_id = any (kept_for))
                      from call_seat
                     where interview_id = the_interview) then
        return false;
    end if;

    insert into call_seat (connection_id, interview_id, person_id, place, leased_until, counted_since)
    select the_connection, the_interview, the_person, free.place, now() + lease, now()
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
