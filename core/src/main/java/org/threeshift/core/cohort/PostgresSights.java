package org.threeshift.core.cohort;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts what somebody may see into a query: the one place where SQL decides which interviews count. */
public final class PostgresSights {
    /** Each person once, with all the times in which the viewer may see interviews of theirs. */
    private static final String WANTED = """
            (select person, range_agg(tstzrange(seen_from, seen_until)) as seen
               from unnest(cast(:people as uuid[]), cast(:froms as timestamptz[]), cast(:untils as timestamptz[]))
                 as sight (person, seen_from, seen_until)
              group by person) as wanted
            """;

    private PostgresSights() {}

    /** @param sql reads from {@code %s}, which has the columns {@code wanted.person} and {@code wanted.seen} */
    public static JdbcClient.StatementSpec with(JdbcClient jdbc, String sql, List<Sight> sights) {
        return jdbc.sql(sql.formatted(WANTED))
                .param(
                        "people",
                        sights.stream().map(sight -> sight.person().value()).toArray(UUID[]::new))
                .param(
                        "froms",
                        sights.stream().map(sight -> sight.from().toString()).toArray(String[]::new))
                .param(
                        "untils",
                        sights.stream()
                                .map(sight ->
                                        sight.until().map(Instant::toString).orElse("infinity"))
                                .toArray(String[]::new));
    }
}
