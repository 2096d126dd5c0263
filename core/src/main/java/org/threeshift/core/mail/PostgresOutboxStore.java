package org.threeshift.core.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.mail.Message.State;
import org.threeshift.core.people.PersonId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
final class PostgresOutboxStore implements OutboxStore {
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);
    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;

    PostgresOutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One statement: a row that another sender is about to take is skipped, not waited for. What a later version of the program posted
     * is left for it.
     */
    @Override
    public Optional<Message> take(Instant at, Instant leaseUntil) {
        return jdbc.sql("""
                update outbox
                   set state = 'SENDING',
                       attempts = least(attempts + 1, 1000),
                       taken_at = :at,
                       lease_until = :lease
                 where id = (select id
                               from outbox
                              where state = 'WAITING'
                                and next_at <= :at
                                and topic = any (:topics)
                              order by next_at
                              limit 1
                                for update skip locked)
                returning id, topic, address, person_id, filled, calendar, posted_at, state, attempts, next_at, sent_at, reason
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("lease", leaseUntil.atOffset(ZoneOffset.UTC))
                .param("topics", Arrays.stream(Topic.values()).map(Topic::code).toArray(String[]::new))
                .query(this::message)
                .optional();
    }

    /** The row's lock puts this before or after {@link #release}: only one of both finds a lease. */
    @Override
    public boolean handOver(Message message) {
        return jdbc.sql("""
                        update outbox
                           set lease_until = null
                         where id = :id
                           and state = 'SENDING'
                           and attempts = :attempt
                           and lease_until is not null
                        """)
                        .param("id", message.id())
                        .param("attempt", message.attempts())
                        .update()
                == 1;
    }

    @Override
    public void settle(
            Message message, State state, Instant at, Instant nextAt, String reason, Iterable<String> secrets) {
        jdbc.sql("""
                update outbox
                   set state = :state,
                       taken_at = null,
                       lease_until = null,
                       next_at = :next,
                       sent_at = case when :state = 'SENT' then cast(:at as timestamptz) end,
                       reason = :reason,
                       filled = filled - cast(:secrets as text[]),
                       calendar = case when :state = 'SENT' then null else calendar end
                 where id = :id
                   and state = 'SENDING'
                   and attempts = :attempt
                """)
                .param("id", message.id())
                .param("attempt", message.attempts())
                .param("state", state.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("next", nextAt.atOffset(ZoneOffset.UTC))
                .param("reason", storable(reason))
                .param("secrets", array(secrets))
                .update();
    }

    @Override
    public void recall(Message message, String reason, Iterable<String> secrets) {
        jdbc.sql("""
                update outbox
                   set state = 'DISCARDED',
                       taken_at = null,
                       lease_until = null,
                       reason = :reason,
                       filled = filled - cast(:secrets as text[]),
                       calendar = null
                 where id = :id
                   and state = 'SENDING'
                   and attempts = :attempt
                """)
                .param("id", message.id())
                .param("attempt", message.attempts())
                .param("reason", storable(reason))
                .param("secrets", array(secrets))
                .update();
    }

    @Override
    public int release(Instant at, int triesAtMost, String reason) {
        return jdbc.sql("""
                update outbox
                   set state = case when attempts > :tries then 'FAILED' else 'WAITING' end,
                       taken_at = null,
                       lease_until = null,
                       next_at = :at,
                       reason = :reason
                 where state = 'SENDING'
                   and lease_until <= :at
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("tries", triesAtMost)
                .param("reason", storable(reason))
                .update();
    }

    @Override
    public int uncertain(Instant takenBefore, String reason) {
        return jdbc.sql("""
                update outbox
                   set state = 'UNCERTAIN',
                       taken_at = null,
                       reason = :reason
                 where state = 'SENDING'
                   and taken_at < :before
                   and lease_until is null
                """)
                .param("before", takenBefore.atOffset(ZoneOffset.UTC))
                .param("reason", storable(reason))
                .update();
    }

    /** Addresses are searched for a part, among the newest first: a page of fifty is soon full, and the outbox is swept each night. */
    @Override
    public List<Message> list(Optional<State> state, String query, Optional<Outbox.Place> after, int limit) {
        String byState = state.isPresent() ? "and state = :state" : "";
        String byAddress = query.isEmpty() ? "" : "and position(:query in lower(address)) > 0";
        return jdbc.sql("""
                select id, topic, address, person_id, filled, calendar, posted_at, state, attempts, next_at, sent_at, reason
                  from outbox
                 where (posted_at, id) < (:at, :id)
                   %s
                   %s
                 order by posted_at desc, id desc
                 limit :limit
                """.formatted(byState, byAddress))
                .param("state", state.map(State::name).orElse(null))
                .param("query", query.replace("\0", ""))
                .param("at", storable(after.map(Outbox.Place::postedAt).orElse(NEVER)))
                .param("id", after.map(Outbox.Place::id).orElse(LAST))
                .param("limit", limit)
                .query(this::message)
                .list();
    }

    @Override
    public Optional<Message> find(UUID id) {
        return jdbc.sql("""
                select id, topic, address, person_id, filled, calendar, posted_at, state, attempts, next_at, sent_at, reason
                  from outbox
                 where id = :id
                """).param("id", id).query(this::message).optional();
    }

    @Override
    public boolean again(UUID id, Instant at) {
        return jdbc.sql("""
                        update outbox
                           set state = 'WAITING',
                               next_at = :at
                         where id = :id
                           and state in ('WAITING', 'FAILED', 'UNCERTAIN')
                        """)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public boolean discard(UUID id, Iterable<String> secrets) {
        return jdbc.sql("""
                        update outbox
                           set state = 'DISCARDED',
                               filled = filled - cast(:secrets as text[]),
                               calendar = null
                         where id = :id
                           and state in ('WAITING', 'FAILED', 'UNCERTAIN')
                        """).param("id", id).param("secrets", array(secrets)).update() == 1;
    }

    @Override
    public Map<State, Integer> counts() {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        jdbc.sql("""
                select state, count(*) as messages
                  from outbox
                 group by state
                """).query(row -> {
            counts.put(State.valueOf(row.getString("state")), row.getInt("messages"));
        });
        return counts;
    }

    @Override
    public int sweep(Instant postedBefore) {
        return jdbc.sql("""
                delete from outbox
                 where posted_at < :before
                   and state <> 'SENDING'
                """)
                .param("before", postedBefore.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getString("address"),
                Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new),
                JsonMapper.shared().readValue(row.getString("filled"), VALUES),
                Optional.ofNullable(row.getString("calendar")).map(CalendarPart::new),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("sent_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("reason"));
    }

    private static String[] array(Iterable<String> names) {
        return StreamSupport.stream(names.spliterator(), false).toArray(String[]::new);
    }

    private static OffsetDateTime storable(Instant moment) {
        Instant late = moment.isBefore(EVER) ? EVER : moment;
        return (late.isAfter(NEVER) ? NEVER : late).atOffset(ZoneOffset.UTC);
    }

    /** A mail server's words can hold anything. */
    private static String storable(String reason) {
        return reason.codePoints()
                .map(character -> Character.isISOControl(character) ? ' ' : character)
                .filter(character -> character < 0xd800 || character > 0xdfff)
                .limit(LONGEST_REASON)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
