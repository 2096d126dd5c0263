package org.threeshift.core.erasure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every column of every table, asked for a word. */
record Columns(JdbcClient jdbc) {
    /** What can hold words: all else is numbers, times, ids and truth values. */
    private static final Set<String> OF_WORDS =
            Set.of("text", "character varying", "character", "json", "jsonb", "bytea", "ARRAY", "tsvector", "xml");

    record Column(String table, String name, String type) {
        boolean mayHoldWords() {
            return OF_WORDS.contains(type);
        }

        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    List<Column> all() {
        return jdbc.sql("""
                select columns.table_name, columns.column_name, columns.data_type
                  from information_schema.columns
                  join information_schema.tables using (table_schema, table_name)
                 where table_schema = 'public'
                   and table_type = 'BASE TABLE'
                   and table_name <> 'flyway_schema_history'
                 order by table_name, ordinal_position
                """)
                .query((row, number) -> new Column(
                        row.getString("table_name"), row.getString("column_name"), row.getString("data_type")))
                .list();
    }

    /** Those that hold the word somewhere, in whatever case; in bytes too. */
    Set<String> holding(String word) {
        return all().stream()
                .filter(column -> holds(column, word))
                .map(Column::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean holds(Column column, String word) {
        String words = column.type().equals("bytea")
                ? "encode(\"%s\", 'escape')".formatted(column.name())
                : "cast(\"%s\" as text)".formatted(column.name());
        return jdbc.sql("select exists (select from \"%s\" where position(:word in lower(%s)) > 0)"
                        .formatted(column.table(), words))
                .param("word", word)
                .query(Boolean.class)
                .single();
    }

    /** Columns that are neither planted in by the test nor listed as holding nobody's words. */
    static Set<String> neither(List<Column> all, Set<String> planted, Set<String> listed) {
        return all.stream()
                .filter(Column::mayHoldWords)
                .map(Column::toString)
                .filter(column -> !planted.contains(column) && !listed.contains(column))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The columns of {@code kept-columns.txt}, each with its reason behind it. */
    static Set<String> listed() {
        try (InputStream file = Objects.requireNonNull(Columns.class.getResourceAsStream("kept-columns.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> {
                        String[] parts = line.strip().split("\\s+", 2);
                        if (parts.length < 2) {
                            throw new IllegalStateException("No reason behind " + line);
                        }
                        return parts[0];
                    })
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
