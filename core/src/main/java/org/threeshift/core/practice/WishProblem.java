package org.threeshift.core.practice;

import java.util.Locale;
import java.util.ResourceBundle;

/** What is wrong with what somebody said about their practice, each with a sentence that says what to do. */
public enum WishProblem {
    TARGET_ROLE_TOO_LONG("targetRole"),
    TARGET_ROLE_UNPRINTABLE("targetRole"),
    SENIORITY_UNKNOWN("seniority"),
    LANGUAGE_MISSING("languages"),
    LANGUAGE_UNKNOWN("languages"),
    LANGUAGES_TOO_MANY("languages"),
    MINUTES_UNKNOWN("minutes"),
    PACE_UNKNOWN("pace");

    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.threeshift.core.practice.wishes", Locale.ENGLISH);

    private final String field;

    WishProblem(String field) {
        this.field = field;
    }

    /** The name of the input that it belongs to. */
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
