package org.threeshift.core.appointment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.appointment.Diaries.Entry;
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
        return entries(people, within, except).stream()
                .collect(Collectors.groupingBy(
                        Entry::person,
                        Collectors.collectingAndThen(Collectors.mapping(Entry::span, Collectors.toList()), Spans::of)));
    }

    /** In no order; what is both an appointment and an interview twice. What began late goes on as much longer. */
    List<Entry> entries(Collection<PersonId> people, Span within, Optional<InterviewId> except) {
        return jdbc.sql("""
                select appointment_person.person_id, appointment.starts_at, appointment.ends_at, appointment.interview_id,
                       false as watches
                  from appointment_person
                  join appointment on appointment.id = appointment_person.appointment_id
                 where appointment_person.person_id = any (:people)
                   and appointment_person.span && tstzrange(:from, :until)
                   and appointment.interview_id is distinct from cast(:except as uuid)
                 union all
                select participant.person_id, interview.starts_at, held.until, interview.id,
                       participant.seat in ('SHADOW', 'OBSERVER')
                  from participant
                  join interview on interview.id = participant.interview_id
                  left join exchange as both_halves
                         on both_halves.first = interview.id
                        and both_halves.declined_at is null
                        and not exists (select from interview as second where second.id = both_halves.second)
                 cross join lateral (
                       select greatest(interview.starts_at, interview.started_at)
                              + make_interval(mins => greatest(interview.minutes, both_halves.minutes, 1)) as until) as held
                 where participant.person_id = any (:people)
                   and interview.phase in ('SCHEDULED', 'LIVE')
                   and interview.starts_at < :until
                   and held.until > :from
                   and interview.id is distinct from cast(:except as uuid)
                """)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("from", utc(within.from()))
                .param("until", utc(within.until()))
                .param("except", except.map(InterviewId::toString).orElse(null))
                .query(PostgresBusy::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                new PersonId(row.getObject("person_id", UUID.class)),
                new Span(instant(row, "starts_at"), instant(row, "ends_at")),
                Optional.ofNullable(row.getObject("interview_id", UUID.class)).map(InterviewId::new),
                row.getBoolean("watches"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
