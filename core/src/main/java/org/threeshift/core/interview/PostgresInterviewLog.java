package org.threeshift.core.interview;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.EventJson.Stored;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.people.PersonId;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The log in PostgreSQL. An append is one call of the function of {@code V3__interviews.sql}: one round trip, one transaction. */
@Component
final class PostgresInterviewLog implements InterviewLog {
    static final JsonMapper ROWS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final String FOREIGN_KEY = "23503";

    private final JdbcClient jdbc;
    private final Optional<Tally> tally;

    @Autowired
    PostgresInterviewLog(JdbcClient jdbc, Optional<Tally> tally) {
        this.jdbc = jdbc;
        this.tally = tally;
    }

    /** For where nobody reads lists of scores. */
    PostgresInterviewLog(JdbcClient jdbc) {
        this(jdbc, Optional.empty());
    }

    @Override
    public Append append(Batch batch) {
        try {
            return written(batch);
        } catch (DataIntegrityViolationException refused) {
            // Whatever else a row of an interview refers to is made with it.
            if (refused.getMostSpecificCause() instanceof SQLException cause
                    && FOREIGN_KEY.equals(cause.getSQLState())) {
                return new Append.PersonUnknown();
            }
            throw refused;
        }
    }

    private Append written(Batch batch) {
        TallyRows counted = tallied(batch.after()).since(tallied(batch.before()));
        return answer(
                batch,
                counted.isEmpty() ? jdbc.sql("""
                                select append_to_interview(:interview, :expected, cast(:events as jsonb), cast(:changed as jsonb))
                                """) : jdbc.sql("""
                                with written as materialized (
                                    select append_to_interview(:interview, :expected, cast(:events as jsonb),
                                                               cast(:changed as jsonb)) as answer)
                                select case
                                           when answer = 'DONE' then tally_interview(:interview, cast(:tally as jsonb))
                                           else answer
                                       end
                                  from written
                                """).param("tally", ROWS.writeValueAsString(counted)));
    }

    private TallyRows tallied(Interview state) {
        return state instanceof Interview.Published published
                ? tally.map(some -> some.of(published)).orElse(TallyRows.NONE)
                : TallyRows.NONE;
    }

    private static Append answer(Batch batch, JdbcClient.StatementSpec call) {
        String answer = call.param("interview", batch.interview().value())
                .param("expected", batch.expectedSeq())
                .param(
                        "events",
                        ROWS.writeValueAsString(
                                batch.events().stream().map(Row::of).toList()))
                .param(
                        "changed",
                        ROWS.writeValueAsString(Projection.of(batch.after()).since(Projection.of(batch.before()))))
                .query(String.class)
                .single();
        return switch (answer) {
            case "DONE" -> new Append.Done(batch.expectedSeq() + batch.events().size());
            case "DUPLICATE" -> new Append.Duplicate();
            case "STALE" -> new Append.Stale();
            default -> throw new IllegalStateException("the log does not answer " + answer);
        };
    }

    @Override
    public Append erase(Batch batch, List<Long> seqs, String invitee) {
        return answer(
                batch, jdbc.sql("""
                        select erase_words(:interview, :expected, cast(:events as jsonb), cast(:changed as jsonb), :seqs, :invitee)
                        """).param("seqs", seqs.toArray(Long[]::new)).param("invitee", invitee));
    }

    @Override
    public List<Trace> traces(PersonId person, Set<String> names) {
        return jdbc.sql("""
                        select found.id, bool_or(found.invited) as invited
                          from (select interview_id as id, false as invited
                                  from interview_event
                                 where actor = :person
                                 union all
                                select interview_id, false
                                  from participant
                                 where person_id = :person
                                 union all
                                select id, true
                                  from interview
                                 where candidate is null
                                   and exists (select from unnest(:patterns) as pattern where lower(invitee) ~ pattern)) as found
                         group by found.id
                         order by found.id
                        """)
                .param("person", person.value())
                .param("patterns", Called.patterns(names))
                .query((row, number) ->
                        new Trace(new InterviewId(row.getObject("id", UUID.class)), row.getBoolean("invited")))
                .list();
    }

    @Override
    public List<Recorded> read(InterviewId interview, long afterSeq) {
        return jdbc.sql("""
                        select interview_id, seq, event_id, actor, at, type, version, payload
                          from interview_event
                         where interview_id = :interview
                           and seq > :after
                         order by seq
                        """)
                .param("interview", interview.value())
                .param("after", afterSeq)
                .query(PostgresInterviewLog::recorded)
                .list();
    }

    @Override
    public Map<InterviewId, List<Recorded>> read(Map<InterviewId, Long> afterSeq) {
        List<Map.Entry<InterviewId, Long>> wanted = List.copyOf(afterSeq.entrySet());
        return jdbc
                .sql("""
                        select interview_event.interview_id, seq, event_id, actor, at, type, version, payload
                          from unnest(cast(:interviews as uuid[]), cast(:afters as bigint[])) as wanted (interview_id, after)
                          join interview_event on interview_event.interview_id = wanted.interview_id
                                              and interview_event.seq > wanted.after
                         order by interview_event.interview_id, seq
                        """)
                .param(
                        "interviews",
                        wanted.stream().map(one -> one.getKey().toString()).toArray(String[]::new))
                .param("afters", wanted.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .query(PostgresInterviewLog::recorded)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Recorded::interview));
    }

    private static Recorded recorded(ResultSet row, int number) throws SQLException {
        return new Recorded(
                new InterviewId(row.getObject("interview_id", UUID.class)),
                row.getLong("seq"),
                row.getObject("event_id", UUID.class),
                new PersonId(row.getObject("actor", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                EventJson.read(new Stored(row.getString("type"), row.getInt("version"), row.getString("payload"))));
    }

    private record Row(
            long seq,
            UUID eventId,
            UUID actor,
            Instant at,
            String type,
            int version,
            @JsonRawValue String payload) {
        static Row of(Recorded recorded) {
            Stored stored = EventJson.write(recorded.event());
            return new Row(
                    recorded.seq(),
                    recorded.eventId(),
                    recorded.actor().value(),
                    recorded.at(),
                    stored.type(),
                    stored.version(),
                    stored.payload());
        }
    }
}
