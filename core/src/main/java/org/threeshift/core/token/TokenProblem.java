package org.threeshift.core.token;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is wrong with a wish for a token, each with a sentence that says what to do. */
public enum TokenProblem {
    NAME_MISSING("name"),
    NAME_TOO_LONG("name"),
    NAME_UNPRINTABLE("name"),
    SCOPE_UNKNOWN("scope"),
    DAYS_OUT_OF_RANGE("days"),
    TOO_MANY("form"),
    NO_ACCOUNT("form");

    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.threeshift.core.token.token", Locale.ENGLISH);

    private final String field;

    TokenProblem(String field) {
        this.field = field;
    }

    /** The name of the input that it belongs to; {@code form} for the form as a whole. */
    public String field() {
        return field;
    }

    public String sentence() {
        return sentence(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static String sentence(String key, Object... arguments) {
        return new MessageFormat(SENTENCES.getString(key), Locale.ENGLISH).format(arguments);
    }
}
