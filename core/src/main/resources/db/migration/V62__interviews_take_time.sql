-- An interview that somebody plans by hand takes time as well: of everybody who sits in a chair of it.
alter table appointment drop constraint appointment_kind_is_known;
alter table appointment add constraint appointment_kind_is_known check (kind in ('BOOKING', 'PAIR', 'EVENT', 'INTERVIEW'));

-- What is over early is free again from now on; before, only some of those who asked for time knew.
with over as (
    update appointment
       set ends_at = now()
      from interview
     where interview.id = appointment.interview_id
       and interview.phase not in ('SCHEDULED', 'LIVE')
       and appointment.starts_at < now()
       and appointment.ends_at > now()
       and not exists (select
                         from exchange
                         left join interview as second on second.id = exchange.second
                        where exchange.first = interview.id
                          and exchange.declined_at is null
                          and coalesce(second.phase, 'SCHEDULED') in ('SCHEDULED', 'LIVE'))
    returning appointment.id)
update appointment_person
   set span = tstzrange(lower(span), now())
  from over
 where appointment_person.appointment_id = over.id;
