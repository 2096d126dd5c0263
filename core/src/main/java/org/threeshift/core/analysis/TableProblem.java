package org.threeshift.core.analysis;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.ResourceBundle;

/**
 * What is wrong with a table of ratings, or with one line of it, as a sentence that says what to do.
 *
 * @param line absent for what concerns the whole table
 */
public record TableProblem(Code code, OptionalLong line, List<String> arguments) {

    /** Every problem there is. Each has its sentence in {@code table.properties}. */
    public enum Code {
        // of the table
        EMPTY,
        TOO_LARGE,
        TOO_MANY_ROWS,
        BROKEN,
        NO_ROWS,
        COLUMN_MISSING,
        COLUMN_TWICE,
        // of a line
        SUBJECT_MISSING,
        RATER_MISSING,
        ITEM_MISSING,
        TOO_LONG,
        LEVEL_NO_NUMBER,
        LEVEL_TOO_FAR,
        CELLS,
        TWICE
    }

    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.threeshift.core.analysis.table", Locale.ENGLISH);

    public TableProblem {
        arguments = List.copyOf(arguments);
    }

    static TableProblem of(Code code, String... arguments) {
        return new TableProblem(code, OptionalLong.empty(), List.of(arguments));
    }

    static TableProblem in(long line, Code code, String... arguments) {
        return new TableProblem(code, OptionalLong.of(line), List.of(arguments));
    }

    /** Without the line. */
    public String sentence() {
        return new MessageFormat(SENTENCES.getString(key()), Locale.ENGLISH).format(arguments.toArray());
    }

    private String key() {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
