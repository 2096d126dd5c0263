package org.threeshift.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.threeshift.core.analysis.TableProblem.Code;
import org.threeshift.core.csv.CsvTable;
import org.threeshift.core.csv.CsvTable.Reading;

/**
 * Ratings as a CSV text names them, in columns {@code subject}, {@code rater}, {@code level} and, if there is one, {@code item}, in any
 * order; other columns are left alone. An empty level, and what R writes for one, is missing. Good only without a single problem.
 *
 * @param missing  how many lines name a rater and a subject without a level
 * @param problems the first {@link #MOST_PROBLEMS}, in the order of their lines
 * @param wrong    how many there are in all
 */
public record RatingsTable(List<Rating> ratings, int missing, List<TableProblem> problems, int wrong) {
    public static final int MOST_ROWS = 100_000;
    public static final int MOST_PROBLEMS = 200;

    private static final int MOST_CHARACTERS = 200;
    private static final double FURTHEST = 1_000_000;
    private static final Set<String> NO_LEVEL = Set.of("", "na", "n/a", "not observed");
    /** With a decimal point, or with a comma as spreadsheets write it in half of the world. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,20}([.,]\\d{0,30})?|[.,]\\d{1,30})([eE][+-]?\\d{1,2})?");

    private enum Column {
        SUBJECT("unit"),
        RATER("judge", "coder"),
        ITEM("question"),
        LEVEL("rating", "score");

        @SuppressWarnings("ImmutableEnumChecker") // nobody else holds it
        private final String[] others;

        Column(String... others) {
            this.others = others;
        }

        static Optional<Column> of(String head) {
            String name = head.strip().toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(column -> column.shown().equals(name)
                            || Arrays.asList(column.others).contains(name))
                    .findFirst();
        }

        String shown() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was rated, by whom. */
    private record Cell(String subject, String item, String rater) {}

    public RatingsTable {
        ratings = List.copyOf(ratings);
        problems = List.copyOf(problems);
    }

    public static RatingsTable read(String text) {
        return switch (CsvTable.read(text, MOST_ROWS)) {
            case Reading.Failed(var fault, var line) ->
                failed(List.of(TableProblem.of(Code.valueOf(fault.name()), Long.toString(line))));
            case Reading.Read(var table) -> read(table);
        };
    }

    /** Whether it can be analysed. */
    public boolean good() {
        return problems.isEmpty();
    }

    private static RatingsTable read(CsvTable table) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<TableProblem> problems = new ArrayList<>();
        for (int at = 0; at < table.head().size(); at++) {
            Optional<Column> column = Column.of(table.head().get(at));
            if (column.isPresent() && columns.putIfAbsent(column.get(), at) != null) {
                problems.add(TableProblem.of(Code.COLUMN_TWICE, column.get().shown()));
            }
        }
        for (Column needed : List.of(Column.SUBJECT, Column.RATER, Column.LEVEL)) {
            if (!columns.containsKey(needed)) {
                problems.add(TableProblem.of(Code.COLUMN_MISSING, needed.shown()));
            }
        }
        if (problems.isEmpty() && table.rows().isEmpty()) {
            problems.add(TableProblem.of(Code.NO_ROWS));
        }
        return problems.isEmpty() ? new Rows(table, columns).read() : failed(problems);
    }

    private static RatingsTable failed(List<TableProblem> problems) {
        return new RatingsTable(List.of(), 0, problems, problems.size());
    }

    /** The lines below a head that names all that is needed. */
    private static final class Rows {
        private final CsvTable table;
        private final Map<Column, Integer> columns;
        private final Map<Cell, Long> seen = new HashMap<>();
        private final List<Rating> ratings = new ArrayList<>();
        private final List<TableProblem> problems = new ArrayList<>();
        private int missing;
        private int wrong;

        Rows(CsvTable table, Map<Column, Integer> columns) {
            this.table = table;
            this.columns = columns;
        }

        RatingsTable read() {
            table.rows().forEach(this::read);
            return new RatingsTable(ratings, missing, problems, wrong);
        }

        private void read(CsvTable.Row row) {
            var cell = new Cell(text(row, Column.SUBJECT), text(row, Column.ITEM), text(row, Column.RATER));
            String typed = text(row, Column.LEVEL);
            boolean empty = NO_LEVEL.contains(typed.toLowerCase(Locale.ROOT));
            OptionalDouble level = number(typed);
            int before = wrong;
            check(row, cell);
            if (!empty && level.isEmpty()) {
                wrong(TableProblem.in(row.line(), Code.LEVEL_NO_NUMBER, shortened(typed)));
            } else if (Math.abs(level.orElse(0)) > FURTHEST) {
                wrong(TableProblem.in(row.line(), Code.LEVEL_TOO_FAR, shortened(typed)));
            }
            if (wrong > before) {
                return;
            }
            if (level.isPresent()) {
                ratings.add(new Rating(cell.subject(), cell.item(), cell.rater(), level.getAsDouble()));
            } else {
                missing++;
            }
        }

        private void check(CsvTable.Row row, Cell cell) {
            present(row, cell.subject(), Code.SUBJECT_MISSING);
            present(row, cell.rater(), Code.RATER_MISSING);
            if (columns.containsKey(Column.ITEM)) {
                present(row, cell.item(), Code.ITEM_MISSING);
            }
            if (row.cells().size() > table.head().size()) {
                wrong(TableProblem.in(row.line(), Code.CELLS));
            }
            Long first = seen.putIfAbsent(cell, row.line());
            if (first != null && !cell.subject().isEmpty() && !cell.rater().isEmpty()) {
                wrong(TableProblem.in(row.line(), Code.TWICE, first.toString()));
            }
        }

        private void present(CsvTable.Row row, String cell, Code otherwise) {
            if (cell.isEmpty()) {
                wrong(TableProblem.in(row.line(), otherwise));
            } else if (cell.length() > MOST_CHARACTERS) {
                wrong(TableProblem.in(row.line(), Code.TOO_LONG, shortened(cell)));
            }
        }

        private void wrong(TableProblem problem) {
            wrong++;
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(problem);
            }
        }

        private String text(CsvTable.Row row, Column column) {
            Integer at = columns.get(column);
            return at == null ? "" : row.cell(at).strip();
        }

        private static OptionalDouble number(String typed) {
            return NUMBER.matcher(typed).matches()
                    ? OptionalDouble.of(Double.parseDouble(typed.replace(',', '.')))
                    : OptionalDouble.empty();
        }

        private static String shortened(String cell) {
            return cell.codePointCount(0, cell.length()) > 40
                    ? cell.substring(0, cell.offsetByCodePoints(0, 40)) + "…"
                    : cell;
        }
    }
}
