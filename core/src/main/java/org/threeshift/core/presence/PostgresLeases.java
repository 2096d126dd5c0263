package org.threeshift.core.presence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

@Component
final class PostgresLeases implements Leases {
    private final JdbcClient jdbc;

    PostgresLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One round trip, because every open page asks this every few seconds. Whatever the statement changes, it reads as things
     * stood when it began.
     */
    @Override
    public Optional<Reading> renew(InterviewId interview, PersonId person, ConnectionId connection) {
        List<Row> rows = jdbc.sql("""
                with part as (
                    select person_id
                      from participant
                     where interview_id = :interview
                ), before as (
                    select presence.person_id, connection_id, since, seen_at, left_at
                      from presence
                      join part on part.person_id = presence.person_id
                     where presence.interview_id = :interview
                ), renewed as (
                    insert into presence (interview_id, person_id, connection_id, since, seen_at)
                    select :interview, person_id, :connection, now(), now()
                      from part
                     where person_id = :person
                       and (exists (select from before where person_id = :person and connection_id = :connection)
                            or :tabs > (select count(*)
                                          from before
                                         where person_id = :person
                                           and seen_at >= now() - :gone * interval '1 millisecond'))
                        on conflict (interview_id, person_id, connection_id) do update
                       set since = case
                                       when presence.seen_at < now() - :gone * interval '1 millisecond'
                                         or presence.left_at < now() - :leaves * interval '1 millisecond'
                                           then excluded.since
                                       else presence.since
                                   end,
                           seen_at = excluded.seen_at,
                           left_at = case
                                         when presence.left_at >= now() - :straggles * interval '1 millisecond'
                                             then presence.left_at
                                     end
                )
                select now() as now, before.person_id, before.connection_id, before.since, before.seen_at, before.left_at
                  from part
                  left join before on true
                 where part.person_id = :person
                """)
                .param("interview", interview.value())
                .param("person", person.value())
                .param("connection", connection.value())
                .param("tabs", TABS_OF_ONE)
                .param("gone", Lease.GONE_AFTER.toMillis())
                .param("leaves", Lease.LEAVES_WITHIN.toMillis())
                .param("straggles", Lease.STRAGGLES_WITHIN.toMillis())
                .query(PostgresLeases::row)
                .list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(reading(rows));
    }

    @Override
    public Reading of(InterviewId interview) {
        return reading(jdbc.sql("""
                select now() as now, presence.person_id, presence.connection_id, presence.since, presence.seen_at,
                       presence.left_at
                  from (select) as one
                  left join presence on presence.interview_id = :interview
                """)
                .param("interview", interview.value())
                .query(PostgresLeases::row)
                .list());
    }

    @Override
    public Map<InterviewId, Reading> of(Set<InterviewId> interviews) {
        Map<InterviewId, List<Row>> rows = new HashMap<>();
        jdbc.sql("""
                select interview_id, now() as now, person_id, connection_id, since, seen_at, left_at
                  from presence
                 where interview_id = any (cast(:interviews as uuid[]))
                """)
                .param(
                        "interviews",
                        interviews.stream().map(InterviewId::toString).toArray(String[]::new))
                .query(row -> {
                    rows.computeIfAbsent(
                                    new InterviewId(row.getObject("interview_id", UUID.class)), _ -> new ArrayList<>())
                            .add(row(row, 0));
                });
        Map<InterviewId, Reading> readings = new HashMap<>();
        rows.forEach((id, found) -> readings.put(id, reading(found)));
        return readings;
    }

    @Override
    public void leave(InterviewId interview, PersonId person, ConnectionId connection) {
        jdbc.sql("""
                insert into presence (interview_id, person_id, connection_id, since, seen_at, left_at)
                select interview_id, person_id, :connection, now(), now(), now()
                  from participant
                 where interview_id = :interview
                   and person_id = :person
                   and (exists (select
                                  from presence as known
                                 where known.interview_id = :interview
                                   and known.person_id = :person
                                   and known.connection_id = :connection)
                        or :tabs > (select count(*)
                                      from presence as tab
                                     where tab.interview_id = :interview
                                       and tab.person_id = :person
                                       and tab.seen_at >= now() - :gone * interval '1 millisecond'))
                    on conflict (interview_id, person_id, connection_id) do update
                   set left_at = excluded.left_at
                """)
                .param("interview", interview.value())
                .param("person", person.value())
                .param("connection", connection.value())
                .param("tabs", TABS_OF_ONE)
                .param("gone", Lease.GONE_AFTER.toMillis())
                .update();
    }

    @Override
    public void dropOlderThan(Duration age) {
        jdbc.sql("""
                delete
                  from presence
                 where (interview_id, person_id, connection_id) in (
                           select interview_id, person_id, connection_id
                             from presence
                            where seen_at < now() - :age * interval '1 millisecond'
                              for update skip locked)
                """).param("age", age.toMillis()).update();
    }

    /** @param lease absent in the one row of an interview without any */
    private record Row(Instant now, Optional<Lease> lease) {}

    private static Reading reading(List<Row> rows) {
        return new Reading(
                rows.getFirst().now(),
                rows.stream().flatMap(row -> row.lease().stream()).toList());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Instant now = moment(row, "now").orElseThrow();
        UUID person = row.getObject("person_id", UUID.class);
        return person == null
                ? new Row(now, Optional.empty())
                : new Row(
                        now,
                        Optional.of(new Lease(
                                new PersonId(person),
                                new ConnectionId(row.getObject("connection_id", UUID.class)),
                                moment(row, "since").orElseThrow(),
                                moment(row, "seen_at").orElseThrow(),
                                moment(row, "left_at"))));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
