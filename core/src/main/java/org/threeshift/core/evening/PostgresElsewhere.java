package org.threeshift.core.evening;

import static org.threeshift.core.evening.PostgresEvenings.ids;
import static org.threeshift.core.evening.PostgresEvenings.instant;
import static org.threeshift.core.evening.PostgresEvenings.person;
import static org.threeshift.core.evening.PostgresEvenings.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** What people have besides an evening that its plan goes around. */
@Component
class PostgresElsewhere {
    private final JdbcClient jdbc;

    PostgresElsewhere(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody's time that is taken already. */
    record Taken(PersonId person, Span span) {}

    /** What of these people lies in that time: appointments, and interviews in which they have a chair, but of this evening. */
    List<Taken> taken(Collection<PersonId> people, Span span, EveningId except) {
        return jdbc.sql("""
                select taken.person_id, taken.starts_at, taken.ends_at
                  from (select person.person_id, appointment.starts_at, appointment.ends_at, appointment.interview_id
                          from appointment_person as person
                          join appointment on appointment.id = person.appointment_id
                         where person.person_id = any (cast(:people as uuid[]))
                           and person.span && tstzrange(:from, :until)
                         union
                        select participant.person_id, interview.starts_at,
                               interview.starts_at + make_interval(mins => interview.minutes), interview.id
                          from participant
                          join interview on interview.id = participant.interview_id
                         where participant.person_id = any (cast(:people as uuid[]))
                           and participant.seat in ('CANDIDATE', 'INTERVIEWER')
                           and interview.phase in ('SCHEDULED', 'LIVE')
                           and not exists (select
                                             from appointment
                                             join appointment_person as person on person.appointment_id = appointment.id
                                            where appointment.interview_id = interview.id
                                              and person.person_id = participant.person_id)
                           and interview.starts_at < :until
                           and interview.starts_at + make_interval(mins => interview.minutes) > :from) as taken
                 where not exists (select
                                     from evening_meeting as meeting
                                     left join exchange on exchange.first = meeting.interview_id
                                    where taken.interview_id in (meeting.interview_id, exchange.second)
                                      and meeting.evening_id = :except)
                 order by taken.person_id, taken.starts_at
                """)
                .param("people", ids(people))
                .param("from", utc(span.from()))
                .param("until", utc(span.until()))
                .param("except", except.value())
                .query((row, number) -> new Taken(
                        person(row, "person_id"), new Span(instant(row, "starts_at"), instant(row, "ends_at"))))
                .list();
    }

    /** Interviews on a bank in which these people are yet to be asked, or whose scorecard is not published. */
    Map<InterviewId, PersonId> yetToBeAsked(Collection<PersonId> people, String bank, Instant since) {
        Map<InterviewId, PersonId> found = new HashMap<>();
        jdbc.sql("""
                select interview.id, interview.candidate
                  from interview
                  join person on person.id = interview.candidate
                 where interview.candidate = any (cast(:people as uuid[]))
                   and interview.phase in ('SCHEDULED', 'LIVE', 'DEBRIEFING')
                   and interview.bank_id = :bank
                   and interview.starts_at > :since
                   and person.role = 'MEMBER'
                """)
                .param("people", ids(people))
                .param("bank", bank)
                .param("since", utc(since))
                .query(row -> {
                    found.put(new InterviewId(row.getObject("id", UUID.class)), person(row, "candidate"));
                });
        return found;
    }
}
