package org.threeshift.core.appointment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** What interviews say about their time. A first half takes that of both halves while there is no second one. */
@Component
class PostgresInterviewTimes {
    private final JdbcClient jdbc;

    PostgresInterviewTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean stands(InterviewId interview) {
        return jdbc.sql("select exists (select from interview where id = :id)")
                .param("id", interview.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the time of a first half is still needed once it is over. */
    boolean secondHalfComes(InterviewId first) {
        return jdbc.sql("""
                        select exists (select
                                         from exchange
                                         left join interview as second on second.id = exchange.second
                                        where exchange.first = :first
                                          and exchange.declined_at is null
                                          and coalesce(second.phase, 'SCHEDULED') in ('SCHEDULED', 'LIVE'))
                        """).param("first", first.value()).query(Boolean.class).single();
    }

    Duration length(InterviewId interview) {
        return Duration.ofMinutes(jdbc.sql("""
                        select greatest(interview.minutes, both_halves.minutes, 1)
                          from interview
                          left join exchange as both_halves
                                 on both_halves.first = interview.id
                                and both_halves.declined_at is null
                         where interview.id = :id
                        """)
                .param("id", interview.value())
                .query(Integer.class)
                .single());
    }

    /** Those that are agreed on and have no appointment, the next ones first. */
    List<InterviewId> without(Instant now) {
        return jdbc.sql("""
                select interview.id
                  from interview
                 where interview.phase = 'SCHEDULED'
                   and interview.starts_at > :now
                   and not exists (select from appointment where appointment.interview_id = interview.id)
                 order by interview.starts_at, interview.id
                """)
                .param("now", utc(now))
                .query((row, _) -> new InterviewId(row.getObject("id", UUID.class)))
                .list();
    }

    /** @param people whoever sits in a chair of it */
    record Ahead(Span span, ZoneId zone, Set<PersonId> people) {
        Ahead {
            people = Set.copyOf(people);
        }
    }

    /** One of those as it stands once nobody else changes it. */
    Optional<Ahead> ahead(InterviewId interview, Instant now) {
        return jdbc.sql("""
                select interview.starts_at, interview.zone, greatest(interview.minutes, both_halves.minutes, 1) as minutes,
                       array(select participant.person_id
                               from participant
                               join person on person.id = participant.person_id
                              where participant.interview_id = interview.id
                                and participant.seat in ('CANDIDATE', 'INTERVIEWER')
                                and person.erased_at is null) as people
                  from interview
                  left join exchange as both_halves
                         on both_halves.first = interview.id
                        and both_halves.declined_at is null
                 where interview.id = :id
                   and interview.phase = 'SCHEDULED'
                   and interview.starts_at > :now
                   and not exists (select from appointment where appointment.interview_id = interview.id)
                """)
                .param("id", interview.value())
                .param("now", utc(now))
                .query(PostgresInterviewTimes::ahead)
                .optional();
    }

    private static Ahead ahead(ResultSet row, int number) throws SQLException {
        Instant start = row.getObject("starts_at", OffsetDateTime.class).toInstant();
        return new Ahead(
                Span.of(start, Duration.ofMinutes(row.getInt("minutes"))),
                ZoneId.of(row.getString("zone")),
                Arrays.stream((UUID[]) row.getArray("people").getArray())
                        .map(PersonId::new)
                        .collect(Collectors.toSet()));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
