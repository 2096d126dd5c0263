package org.threeshift.core.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresTrailThings {
    private final JdbcClient jdbc;

    PostgresTrailThings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, String> interviews(Set<UUID> ids) {
        return named("""
                select id, title as name
                  from interview
                 where id = any (:ids)
                """, ids);
    }

    Map<String, String> cohorts(Set<UUID> ids) {
        return named("""
                select id, name
                  from cohort
                 where id = any (:ids)
                """, ids);
    }

    private Map<String, String> named(String sql, Set<UUID> ids) {
        var names = new HashMap<String, String>();
        if (!ids.isEmpty()) {
            jdbc.sql(sql).param("ids", ids.toArray(UUID[]::new)).query(row -> {
                names.put(row.getString("id"), row.getString("name"));
            });
        }
        return names;
    }
}
