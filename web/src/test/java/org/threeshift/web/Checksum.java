package org.threeshift.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.threeshift.core.database.TestDatabase;

/** A picture of all that a database holds, but for what changes by itself or is meant to change with each try. */
final class Checksum {
    /** Sessions, who is here, what is tried, what was done, the node's own beat, the watch over who comes, the key that is made when somebody first looks at their devices, and what a job tells people by itself. */
    private static final Set<String> LEFT_OUT = Set.of(
            "spring_session",
            "spring_session_attributes",
            "presence",
            "throttle",
            "audit_event",
            "node",
            "interview_watch",
            "push_key",
            "notice",
            "notice_cursor",
            "notice_delivery",
            "scheduled_tasks",
            "flyway_schema_history");

    private final TestDatabase database;
    private final List<String> tables;

    Checksum(TestDatabase database) {
        this.database = database;
        this.tables = database.jdbcClient().sql("""
                        select table_name
                          from information_schema.tables
                         where table_schema = 'public'
                           and table_type = 'BASE TABLE'
                         order by table_name
                        """).query((row, _) -> row.getString("table_name")).list().stream()
                .filter(table -> !LEFT_OUT.contains(table) && !table.startsWith("call_"))
                .toList();
    }

    /** By table. */
    Map<String, String> now() {
        Map<String, String> sums = new TreeMap<>();
        for (String table : tables) {
            sums.put(
                    table,
                    database.jdbcClient()
                            .sql(
                                    "select count(*) || ' rows, ' || coalesce(md5(string_agg(md5(one::text), '' order by md5(one::text))), '')"
                                            + " from \"" + table + "\" as one"
                                            + (table.equals("outbox") ? " where key not like 'notice:%'" : ""))
                            .query((row, _) -> row.getString(1))
                            .single());
        }
        return sums;
    }
}
