package org.threeshift.core.cohort;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        if (text.isBlank()) {
            return failed(text, ImportProblem.of(Code.EMPTY));
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > CsvFile.MOST_BYTES) {
            return failed("", ImportProblem.of(Code.TOO_LARGE));
        }
        Optional<String> unclosed = unclosed(text);
        if (unclosed.isPresent()) {
            return failed(text, ImportProblem.of(Code.BROKEN, unclosed.get()));
        }
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                if (record.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    records.add(record);
                }
                if (records.size() > MOST_ROWS + 1) {
                    return failed(text, ImportProblem.of(Code.TOO_MANY_ROWS));
                }
            }
        } catch (CsvParseException | IOException broken) {
            return failed(text, ImportProblem.of(Code.BROKEN, "1"));
        }
        return table(text, records);
    }

    private static ImportTable table(String text, List<CsvRecord> records) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<ImportProblem> problems = new ArrayList<>();
        List<String> head = records.getFirst().getFields();
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
        if (problems.isEmpty() && records.size() == 1) {
            problems.add(ImportProblem.of(Code.NO_ROWS));
        }
        if (!problems.isEmpty()) {
            return new ImportTable(text, problems, List.of());
        }
        Map<String, Long> seen = new HashMap<>();
        List<ImportRow> rows = records.stream()
                .skip(1)
                .map(record -> row(record, columns, head.size(), seen))
                .toList();
        return new ImportTable(text, List.of(), rows);
    }

    private static ImportRow row(CsvRecord record, Map<Column, Integer> columns, int width, Map<String, Long> seen) {
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
        if (record.getFieldCount() > width) {
            problems.add(ImportProblem.of(Code.CELLS));
        }
        if (!email.isEmpty()) {
            Long before = seen.putIfAbsent(email, record.getStartingLineNumber());
            if (before != null) {
                problems.add(ImportProblem.of(Code.TWICE, before.toString()));
            }
        }
        return new ImportRow(
                record.getStartingLineNumber(),
                email,
                new About(name, pronouns, zone, targetRole),
                problems.isEmpty() ? State.NEW : State.BAD,
                problems);
    }

    private static String cell(CsvRecord record, Map<Column, Integer> columns, Column column) {
        Integer at = columns.get(column);
        return at == null || at >= record.getFieldCount() ? "" : record.getField(at);
    }

    private static ImportProblem of(Problem problem, String cell) {
        String shown = cell.codePointCount(0, cell.length()) > 60
                ? cell.substring(0, cell.offsetByCodePoints(0, 60)) + "…"
                : cell;
        return ImportProblem.of(Code.valueOf(problem.name()), shown);
    }

    /** The line of a quotation mark that opens and is never closed: every other one closes the one before. */
    private static Optional<String> unclosed(String text) {
        if (text.chars().filter(character -> character == '"').count() % 2 == 0) {
            return Optional.empty();
        }
        String before = text.substring(0, text.lastIndexOf('"'));
        return Optional.of(Long.toString(
                1 + before.chars().filter(character -> character == '\n').count()));
    }

    /** The one of which the first line holds most, outside of quotes; a comma where it holds none. */
    private static char separator(String text) {
        String head = text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .replaceAll("\"[^\"]*\"", "");
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count =
                    head.chars().filter(character -> character == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static ImportTable failed(String text, ImportProblem problem) {
        return new ImportTable(text, List.of(problem), List.of());
    }
}
