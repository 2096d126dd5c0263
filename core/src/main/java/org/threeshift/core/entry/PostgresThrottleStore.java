package org.threeshift.core.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.entry.Pace.Tries;
import org.threeshift.core.entry.Throttle.Kind;

@Component
final class PostgresThrottleStore implements ThrottleStore {
    private final JdbcClient jdbc;

    PostgresThrottleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same sum as {@link Pace#next}, done where all nodes agree on it. */
    @Override
    public Tries count(Kind kind, byte[] subject, Instant now) {
        Pace pace = kind.pace();
        return jdbc.sql("""
                insert into throttle as known (kind, subject, tries, last_at, until, refused)
                values (:kind, :subject, 1, :now, :now + make_interval(secs => :first), false)
                on conflict (kind, subject) do update
                   set (tries, last_at, until, refused) = (
                       select case when early then known.tries else further end,
                              case when early then known.last_at else latest end,
                              case when early then known.until
                                   else latest + make_interval(secs => (cast(:waits as float8[]))[further]) end,
                              early
                         from (select known.until > :now and known.until > known.last_at as early,
                                      greatest(known.last_at, :now) as latest,
                                      least(:most, 1 + greatest(0, known.tries - greatest(0,
                                          floor(extract(epoch from :now - known.last_at) / :forgets)::int)))
                                          as further) as sum)
                returning tries, last_at, until, refused
                """)
                .param("kind", kind.name())
                .param("subject", subject)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("first", seconds(pace.waits().getFirst()))
                .param(
                        "waits",
                        pace.waits().stream()
                                .map(wait -> Double.toString(seconds(wait)))
                                .toArray(String[]::new))
                .param("most", pace.waits().size())
                .param("forgets", seconds(pace.forgets()))
                .query((row, number) -> new Tries(
                        row.getInt("tries"), instant(row, "last_at"), instant(row, "until"), row.getBoolean("refused")))
                .single();
    }

    @Override
    public void giveBack(Kind kind, byte[] subject, Instant now) {
        jdbc.sql("""
                update throttle
                   set tries = greatest(tries - 1, 0), until = least(until, :now)
                 where kind = :kind
                   and subject = :subject
                """)
                .param("kind", kind.name())
                .param("subject", subject)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void forget(Kind kind, byte[] subject) {
        jdbc.sql("""
                delete from throttle
                 where kind = :kind
                   and subject = :subject
                """).param("kind", kind.name()).param("subject", subject).update();
    }

    @Override
    public int forgetBefore(Instant last) {
        return jdbc.sql("""
                delete from throttle
                 where last_at < :last
                """).param("last", last.atOffset(ZoneOffset.UTC)).update();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
