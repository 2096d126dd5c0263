package org.threeshift.core.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.Person;

/**
 * What belongs to nobody but the person, such as their passkeys, devices and tokens: the rows of every table that refers to people
 * with "on delete cascade", and so goes with them. Without keys, hashes and other secrets.
 */
@Component
@Order(3)
final class PostgresOwnRows implements ExportPart {
    /** In files of their own, or not theirs to read: who favours, blocks or reports them. */
    private static final List<String> ELSEWHERE = List.of(
            "booking",
            "booking_page",
            "consent",
            "data_export",
            "evening_guest",
            "evening_meeting",
            "favourite",
            "member_report",
            "outbox",
            "person_block",
            "second_opinion",
            "share_link",
            "weekly_hours");

    /** @param shown what of a row may be read by its owner */
    private record Owned(String table, String column, List<String> shown) {}

    private final JdbcClient jdbc;

    PostgresOwnRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Stream<ExportFile> of(Person person) {
        return owned().stream()
                .filter(owned -> !ELSEWHERE.contains(owned.table()))
                .flatMap(owned -> rows(owned, person)
                        .map(rows -> ExportFile.text(
                                "more/" + owned.table().replace('_', '-') + ".json",
                                rows,
                                Sentences.text("about.more")))
                        .stream());
    }

    private List<Owned> owned() {
        return jdbc.sql("""
                select owned.relname as place, attribute.attname as named,
                       (select array_agg(column_name::text)
                          from information_schema.columns
                         where table_schema = 'public'
                           and table_name = owned.relname
                           and data_type <> 'bytea'
                           and column_name !~ '(secret|hash|token)') as shown
                  from pg_constraint as foreign_key
                  join pg_class as owned on owned.oid = foreign_key.conrelid
                  join pg_attribute as attribute
                    on attribute.attrelid = foreign_key.conrelid
                   and attribute.attnum = foreign_key.conkey[1]
                 where foreign_key.contype = 'f'
                   and foreign_key.confrelid = 'person'::regclass
                   and foreign_key.confdeltype = 'c'
                   and cardinality(foreign_key.conkey) = 1
                 order by owned.relname
                """)
                .query((row, number) -> new Owned(row.getString("place"), row.getString("named"), List.of((String[])
                        row.getArray("shown").getArray())))
                .list();
    }

    /** Absent where there are none. Table and column come from the database's own catalogue, and are quoted. */
    private Optional<String> rows(Owned owned, Person person) {
        return jdbc.sql("""
                select jsonb_pretty(jsonb_agg((select jsonb_object_agg(
                                                          lower(left(part.key, 1))
                                                              || substr(replace(initcap(replace(part.key, '_', ' ')), ' ', ''), 2),
                                                          part.value)
                                                 from jsonb_each(to_jsonb(own)) as part (key, value)
                                                where part.key = any (:shown)
                                                  and part.key <> :whose)))
                  from "%s" as own
                 where own."%s" = :person
                having count(*) > 0
                """.formatted(owned.table(), owned.column()))
                .param("shown", owned.shown().toArray(String[]::new))
                .param("person", person.id().value())
                .param("whose", owned.column())
                .query(String.class)
                .optional();
    }
}
