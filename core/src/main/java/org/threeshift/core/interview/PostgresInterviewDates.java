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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** From the projections, and what was booked lasts as long as it was booked for; how often it was changed is counted in the log, by an index of those events alone. */
@Component
final class PostgresInterviewDates implements InterviewDates {
    private static final TypeReference<Map<UUID, Seat>> SEATS = new TypeReference<>() {};

    private static final String DATES = """
            select interview.id, interview.phase, interview.host, interview.invitee, interview.title,
                   greatest(interview.minutes, booking.minutes) as minutes,
                   booking.coach, booking.candidate, interview.starts_at, interview.zone, changed.times,
                   greatest(changed.last_at, evening.changed_at) as last_at,
                   case
                       when interview.phase in ('SCHEDULED', 'LIVE', 'CANCELLED')
                            and exchange.declined_at is null
                            and not exists (select from interview as second where second.id = exchange.second)
                           then exchange.minutes
                   end as both_halves,
                   evening.title as evening,
                   (select jsonb_object_agg(seated.person_id, seated.seat)
                      from participant as seated
                     where seated.interview_id = interview.id) as seats
              from interview
              left join booking on booking.interview_id = interview.id
              left join exchange on exchange.first = interview.id
              left join evening_meeting as meeting
                   on meeting.interview_id = coalesce((select half.first from exchange as half where half.second = interview.id),
                                                      interview.id)
              left join evening on evening.id = meeting.evening_id
             cross join lateral (select count(*) filter (where type <> 'scheduled') as times, max(at) as last_at
                                   from interview_event
                                  where interview_event.interview_id = interview.id
                                    and type in ('scheduled', 'rescheduled', 'cancelled', 'no-show-reported',
                                                 'seat-given', 'seat-withdrawn')
                                    and (type <> 'seat-given'
                                         or exists (select
                                                      from interview_event as taken
                                                     where taken.interview_id = interview_event.interview_id
                                                       and taken.type = 'seat-withdrawn'
                                                       and taken.seq < interview_event.seq))) as changed
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
                booked(row),
                Optional.ofNullable(row.getString("evening")),
                row.getString("invitee"),
                row.getString("title"),
                row.getInt("minutes"),
                optional(row.getObject("both_halves", Integer.class)),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                ZoneId.of(row.getString("zone")),
                row.getInt("times"),
                row.getObject("last_at", OffsetDateTime.class).toInstant());
    }

    /** None, where it was not booked. */
    private static Set<PersonId> booked(ResultSet row) throws SQLException {
        return Stream.of(row.getObject("coach", UUID.class), row.getObject("candidate", UUID.class))
                .filter(Objects::nonNull)
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    private static OptionalInt optional(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static Map<PersonId, Seat> seats(String json) {
        Map<PersonId, Seat> seats = new HashMap<>();
        JsonMapper.shared().readValue(json, SEATS).forEach((person, seat) -> seats.put(new PersonId(person), seat));
        return seats;
    }
}
