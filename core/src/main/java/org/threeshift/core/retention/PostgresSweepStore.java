package org.threeshift.core.retention;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
final class PostgresSweepStore implements SweepStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> FAILURES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    PostgresSweepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Swept swept) {
        jdbc.sql("""
                insert into sweep (at, counts, failures)
                values (:at, cast(:counts as jsonb), cast(:failures as jsonb))
                """)
                .param("at", swept.at().atOffset(ZoneOffset.UTC))
                .param("counts", JSON.writeValueAsString(swept.counts()))
                .param("failures", JSON.writeValueAsString(swept.failures()))
                .update();
    }

    @Override
    public Optional<Swept> last() {
        return jdbc.sql("""
                select at, counts, failures
                  from sweep
                 order by at desc
                 limit 1
                """)
                .query((row, number) -> new Swept(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        JSON.readValue(row.getString("counts"), COUNTS),
                        JSON.readValue(row.getString("failures"), FAILURES)))
                .optional();
    }

    @Override
    public int removeAllBut(int newest) {
        return jdbc.sql("""
                delete from sweep
                 where id not in (select id
                                    from sweep
                                   order by at desc
                                   limit :newest)
                """).param("newest", newest).update();
    }
}
