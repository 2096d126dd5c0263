package org.threeshift.core.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewId;

@Component
final class PostgresExchangeStore implements ExchangeStore {
    private static final String EXCHANGES = """
            select id, first, second, minutes, interviewer_ready_at, candidate_ready_at, declined_by, declined_at, source
              from exchange
            """;

    private final JdbcClient jdbc;

    PostgresExchangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Exchange add(Exchange exchange, Instant at) {
        jdbc.sql("""
                insert into exchange (id, first, second, minutes, made_at)
                values (:id, :first, :second, :minutes, :at)
                    on conflict (first) do nothing
                """)
                .param("id", exchange.id().value())
                .param("first", exchange.first().value())
                .param("second", exchange.second().value())
                .param("minutes", exchange.minutes())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql(EXCHANGES + " where first = :first")
                .param("first", exchange.first().value())
                .query(PostgresExchangeStore::exchange)
                .single();
    }

    @Override
    public Optional<Exchange> find(ExchangeId id) {
        return jdbc.sql(EXCHANGES + " where id = :id")
                .param("id", id.value())
                .query(PostgresExchangeStore::exchange)
                .optional();
    }

    @Override
    public List<Exchange> ofHalves(Collection<InterviewId> halves) {
        return jdbc.sql(EXCHANGES + """
                 where first = any(cast(:halves as uuid[]))
                    or second = any(cast(:halves as uuid[]))
                 order by made_at desc, id desc
                """)
                .param("halves", halves.stream().map(InterviewId::toString).toArray(String[]::new))
                .query(PostgresExchangeStore::exchange)
                .list();
    }

    @Override
    public Exchange agree(ExchangeId id, Chair chair, Instant at) {
        jdbc.sql("""
                update exchange
                   set interviewer_ready_at = case when :chair = 'INTERVIEWER' then :at else interviewer_ready_at end,
                       candidate_ready_at = case when :chair = 'CANDIDATE' then :at else candidate_ready_at end
                 where id = :id
                   and declined_at is null
                   and case when :chair = 'INTERVIEWER' then interviewer_ready_at else candidate_ready_at end is null
                """)
                .param("id", id.value())
                .param("chair", chair.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return find(id).orElseThrow();
    }

    @Override
    public Exchange decline(ExchangeId id, Chair chair, Instant at) {
        jdbc.sql("""
                update exchange
                   set declined_by = :chair,
                       declined_at = :at
                 where id = :id
                   and declined_at is null
                   and (interviewer_ready_at is null or candidate_ready_at is null)
                """)
                .param("id", id.value())
                .param("chair", chair.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return find(id).orElseThrow();
    }

    @Override
    public Exchange settle(ExchangeId id, SecondRound.Source source) {
        jdbc.sql("""
                update exchange
                   set source = :source
                 where id = :id
                   and source is null
                   and interviewer_ready_at is not null
                   and candidate_ready_at is not null
                """).param("id", id.value()).param("source", source.name()).update();
        return find(id).orElseThrow();
    }

    private static Exchange exchange(ResultSet row, int number) throws SQLException {
        Map<Chair, Instant> ready = new EnumMap<>(Chair.class);
        instant(row, "interviewer_ready_at").ifPresent(at -> ready.put(Chair.INTERVIEWER, at));
        instant(row, "candidate_ready_at").ifPresent(at -> ready.put(Chair.CANDIDATE, at));
        Optional<Chair> declinedBy =
                Optional.ofNullable(row.getString("declined_by")).map(Chair::valueOf);
        Optional<Instant> declinedAt = instant(row, "declined_at");
        return new Exchange(
                new ExchangeId(row.getObject("id", UUID.class)),
                new InterviewId(row.getObject("first", UUID.class)),
                new InterviewId(row.getObject("second", UUID.class)),
                row.getInt("minutes"),
                ready,
                declinedBy.flatMap(by -> declinedAt.map(at -> new Exchange.Declined(by, at))),
                Optional.ofNullable(row.getString("source")).map(SecondRound.Source::valueOf));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
