package org.threeshift.core.cohort;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is wrong with a table of people, or with one row of it, as a sentence that says what to do. */
public record ImportProblem(Code code, String argument) {

    /** Every reason there is. Each has its sentence in {@code imports.properties}. */
    public enum Code {
        // of the table
        EMPTY,
        NO_TEXT,
        TOO_LARGE,
        TOO_MANY_ROWS,
        NO_ROWS,
        COLUMN_MISSING,
        COLUMN_TWICE,
        BROKEN,
        // of a row
        NAME_MISSING,
        NAME_TOO_LONG,
        NAME_UNPRINTABLE,
        EMAIL_MISSING,
        EMAIL_MALFORMED,
        EMAIL_UNWANTED,
        PRONOUNS_TOO_LONG,
        PRONOUNS_UNPRINTABLE,
        ZONE_UNKNOWN,
        TARGET_ROLE_TOO_LONG,
        TARGET_ROLE_UNPRINTABLE,
        CELLS,
        TWICE,
        COACHES_IT
    }

    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.threeshift.core.cohort.imports", Locale.ENGLISH);

    static ImportProblem of(Code code, String... argument) {
        return new ImportProblem(code, Arrays.stream(argument).findFirst().orElse(""));
    }

    public String sentence() {
        return new MessageFormat(
                        SENTENCES.getString(code.name().toLowerCase(Locale.ROOT).replace('_', '-')), Locale.ENGLISH)
                .format(new Object[] {argument});
    }
}
