package org.threeshift.core.cohort;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.cohort.ImportProblem.Code;
import org.threeshift.core.cohort.ImportRow.State;
import org.threeshift.core.cohort.Membership.About;
import org.threeshift.core.csv.CsvTable;
import org.threeshift.core.csv.CsvTable.Fault;
import org.threeshift.core.csv.CsvTable.Reading;
import org.threeshift.core.people.Entry;
import org.threeshift.core.people.Problem;
import org.threeshift.core.people.Profiles;

/** Reads a table of people from CSV with commas, semicolons or tabs, and checks each row by itself and against the others. Pure. */
final class ImportReader {
    static final int MOST_ROWS = 500;

    /** The columns, each by the names under which people know it. */
    private enum Column {
        NAME("name", "full name", "vorname und name"),
        EMAIL("email", "e-mail", "mail", "e-mail address", "email address"),
        PRONOUNS("pronouns"),
        ZONE("zone", "time zone", "timezone"),
        TARGET_ROLE("target role", "target_role", "targetrole", "role");

        @SuppressWarnings("ImmutableEnumChecker") // nobody else holds it
        private final String[] names;

        Column(String... names) {
            this.names = names;
        }

        static Optional<Column> of(String head) {
            String tidied = Entry.tidyName(head).toLowerCase(Locale.ROOT);
            for (Column column : values()) {
                for (String name : column.names) {
                    if (name.equals(tidied)) {
                        return Optional.of(column);
                    }
                }
            }
            return Optional.empty();
        }

        String shown() {
            return names[0];
        }
    }

    private ImportReader() {}

    static ImportTable read(String text) {
        if (text.indexOf('\0') >= 0) {
            // Nobody can correct that in a form, so that it does not come back.
            return failed("", ImportProblem.of(Code.NO_TEXT));
        }
        return switch (CsvTable.read(text, MOST_ROWS)) {
            case Reading.Read(var table) -> table(text, table);
            case Reading.Failed(var fault, var line) ->
                failed(
                        fault == Fault.TOO_LARGE ? "" : text,
                        ImportProblem.of(Code.valueOf(fault.name()), Long.toString(line)));
        };
    }

    private static ImportTable table(String text, CsvTable cells) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<ImportProblem> problems = new ArrayList<>();
        List<String> head = cells.head();
        for (int at = 0; at < head.size(); at++) {
            Optional<Column> column = Column.of(head.get(at));
            if (column.isPresent() && columns.putIfAbsent(column.get(), at) != null) {
                problems.add(ImportProblem.of(Code.COLUMN_TWICE, column.get().shown()));
            }
        }
        for (Column needed : List.of(Column.NAME, Column.EMAIL)) {
            if (!columns.containsKey(needed)) {
                problems.add(ImportProblem.of(Code.COLUMN_MISSING, needed.shown()));
            }
        }
        if (problems.isEmpty() && cells.rows().isEmpty()) {
            problems.add(ImportProblem.of(Code.NO_ROWS));
        }
        if (!problems.isEmpty()) {
            return new ImportTable(text, problems, List.of());
        }
        Map<String, Long> seen = new HashMap<>();
        List<ImportRow> rows = cells.rows().stream()
                .map(row -> row(row, columns, head.size(), seen))
                .toList();
        return new ImportTable(text, List.of(), rows);
    }

    private static ImportRow row(CsvTable.Row record, Map<Column, Integer> columns, int width, Map<String, Long> seen) {
        String name = Entry.tidyName(cell(record, columns, Column.NAME));
        String email = Entry.tidyEmail(cell(record, columns, Column.EMAIL));
        String pronouns = Entry.tidyName(cell(record, columns, Column.PRONOUNS));
        String zone = cell(record, columns, Column.ZONE).strip();
        String targetRole = Entry.tidyName(cell(record, columns, Column.TARGET_ROLE));
        List<ImportProblem> problems = new ArrayList<>();
        Entry.name(name).ifPresent(problem -> problems.add(of(problem, name)));
        Entry.email(email).ifPresent(problem -> problems.add(of(problem, email)));
        Profiles.pronounsProblem(pronouns).ifPresent(problem -> problems.add(of(problem, pronouns)));
        if (!zone.isEmpty()) {
            Entry.zone(zone).ifPresent(problem -> problems.add(of(problem, zone)));
        }
        Profiles.targetRoleProblem(targetRole).ifPresent(problem -> problems.add(of(problem, targetRole)));
        if (record.cells().size() > width) {
            problems.add(ImportProblem.of(Code.CELLS));
        }
        if (!email.isEmpty()) {
            Long before = seen.putIfAbsent(email, record.line());
            if (before != null) {
                problems.add(ImportProblem.of(Code.TWICE, before.toString()));
            }
        }
        return new ImportRow(
                record.line(),
                email,
                new About(name, pronouns, zone, targetRole),
                problems.isEmpty() ? State.NEW : State.BAD,
                problems);
    }

    private static String cell(CsvTable.Row record, Map<Column, Integer> columns, Column column) {
        Integer at = columns.get(column);
        return at == null ? "" : record.cell(at);
    }

    private static ImportProblem of(Problem problem, String cell) {
        String shown = cell.codePointCount(0, cell.length()) > 60
                ? cell.substring(0, cell.offsetByCodePoints(0, 60)) + "…"
                : cell;
        return ImportProblem.of(Code.valueOf(problem.name()), shown);
    }

    private static ImportTable failed(String text, ImportProblem problem) {
        return new ImportTable(text, List.of(problem), List.of());
    }
}
