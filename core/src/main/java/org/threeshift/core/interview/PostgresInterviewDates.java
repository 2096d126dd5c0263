package org.threeshift.core.interview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** From the projections; how often a time was changed is counted in the log, by an index of those events alone. */
@Component
final class PostgresInterviewDates implements InterviewDates {
    private static final TypeReference<Map<UUID, Seat>> SEATS = new TypeReference<>() {};

    private static final String DATES = """
            select interview.id, interview.phase, interview.host, interview.invitee, interview.title, interview.minutes,
                   interview.starts_at, interview.zone, changed.times, changed.last_at,
                   (select jsonb_object_agg(seated.person_id, seated.seat)
                      from participant as seated
                     where seated.interview_id = interview.id) as seats
              from interview
             cross join lateral (select count(*) filter (where type <> 'scheduled') as times, max(at) as last_at
                                   from interview_event
                                  where interview_event.interview_id = interview.id
                                    and type in ('scheduled', 'rescheduled', 'cancelled', 'no-show-reported')) as changed
            """;

    private final JdbcClient jdbc;

    PostgresInterviewDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<InterviewDate> of(InterviewId interview) {
        return jdbc.sql(DATES + " where interview.id = :interview")
                .param("interview", interview.value())
                .query(PostgresInterviewDates::date)
                .optional();
    }

    @Override
    public List<InterviewDate> of(PersonId person, Instant from, int limit) {
        return jdbc.sql(DATES + """
                 where interview.starts_at >= :from
                   and interview.id in (select interview_id from participant where person_id = :person)
                 order by interview.starts_at desc, interview.id desc
                 limit :limit
                """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .param("limit", limit)
                .query(PostgresInterviewDates::date)
                .list()
                .reversed();
    }

    private static InterviewDate date(ResultSet row, int number) throws SQLException {
        return new InterviewDate(
                new InterviewId(row.getObject("id", UUID.class)),
                Phase.valueOf(row.getString("phase")),
                new PersonId(row.getObject("host", UUID.class)),
                seats(row.getString("seats")),
                row.getString("invitee"),
                row.getString("title"),
                row.getInt("minutes"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                ZoneId.of(row.getString("zone")),
                row.getInt("times"),
                row.getObject("last_at", OffsetDateTime.class).toInstant());
    }

    private static Map<PersonId, Seat> seats(String json) {
        Map<PersonId, Seat> seats = new HashMap<>();
        JsonMapper.shared().readValue(json, SEATS).forEach((person, seat) -> seats.put(new PersonId(person), seat));
        return seats;
    }
}
