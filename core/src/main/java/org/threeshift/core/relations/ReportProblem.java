package org.threeshift.core.relations;

import java.util.Locale;
import java.util.ResourceBundle;

/** What is wrong with a report, or with what an admin does about one, each with a sentence that says what to do. */
public enum ReportProblem {
    KIND_MISSING("kind"),
    WORDS_TOO_SHORT("words"),
    WORDS_TOO_LONG("words"),
    ALREADY_REPORTED("form"),
    END_MISSING("end"),
    NOTE_TOO_SHORT("note"),
    NOTE_TOO_LONG("note"),
    DAYS_UNKNOWN("days"),
    ALREADY_HANDLED("form"),
    NOT_SUSPENDED("end");

    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.threeshift.core.relations.reports", Locale.ENGLISH);

    private final String field;

    ReportProblem(String field) {
        this.field = field;
    }

    /** The name of the input that it belongs to; {@code form} for the form as a whole. */
    public String field() {
        return field;
    }

    public String sentence() {
        return SENTENCES.getString(key());
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
