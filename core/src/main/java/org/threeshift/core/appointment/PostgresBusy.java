package org.threeshift.core.appointment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * People's appointments, and the interviews in which they have a part without one: who watches, who came although they were busy, and what
 * was imported; as long as their round lasts, an exchange as long as both halves.
 */
@Component
class PostgresBusy implements BusySource {
    private final JdbcClient jdbc;

    PostgresBusy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<PersonId, Spans> busy(Collection<PersonId> people, Span within, Optional<InterviewId> except) {
        Map<PersonId, List<Span>> found = new HashMap<>();
        jdbc.sql("""
                select appointment_person.person_id, appointment.starts_at, appointment.ends_at
                  from appointment_person
                  join appointment on appointment.id = appointment_person.appointment_id
                 where appointment_person.person_id = any (:people)
                   and appointment_person.span && tstzrange(:from, :until)
                   and appointment.interview_id is distinct from cast(:except as uuid)
                 union all
                select participant.person_id, interview.starts_at,
                       interview.starts_at + make_interval(mins => greatest(interview.minutes, both_halves.minutes, 1))
                  from participant
                  join interview on interview.id = participant.interview_id
                  left join exchange as both_halves
                         on both_halves.first = interview.id
                        and both_halves.declined_at is null
                        and not exists (select from interview as second where second.id = both_halves.second)
                 where participant.person_id = any (:people)
                   and interview.phase in ('SCHEDULED', 'LIVE')
                   and interview.starts_at < :until
                   and interview.starts_at + make_interval(mins => greatest(interview.minutes, both_halves.minutes, 1)) > :from
                   and interview.id is distinct from cast(:except as uuid)
                """)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("from", utc(within.from()))
                .param("until", utc(within.until()))
                .param("except", except.map(InterviewId::toString).orElse(null))
                .query(row -> {
                    found.computeIfAbsent(new PersonId(row.getObject("person_id", UUID.class)), _ -> new ArrayList<>())
                            .add(new Span(
                                    row.getObject("starts_at", OffsetDateTime.class)
                                            .toInstant(),
                                    row.getObject("ends_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        Map<PersonId, Spans> busy = new HashMap<>();
        found.forEach((person, spans) -> busy.put(person, Spans.of(spans)));
        return busy;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
