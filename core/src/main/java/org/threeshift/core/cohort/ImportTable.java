package org.threeshift.core.cohort;

import java.util.List;

/**
 * A table of people as it was read.
 *
 * @param text     what was read, to be corrected and sent again
 * @param problems of the table as a whole; then there are no rows
 */
public record ImportTable(String text, List<ImportProblem> problems, List<ImportRow> rows) {
    public ImportTable {
        problems = List.copyOf(problems);
        rows = List.copyOf(rows);
    }

    /** Rows that cannot be taken as they are. */
    public List<ImportRow> bad() {
        return rows.stream().filter(ImportRow::bad).toList();
    }

    /** Whether importing would do something, and nothing stands in its way. */
    public boolean ready() {
        return problems.isEmpty() && bad().isEmpty() && rows.stream().anyMatch(ImportRow::sends);
    }

    public long count(ImportRow.State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }
}
