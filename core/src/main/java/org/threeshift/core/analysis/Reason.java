package org.threeshift.core.analysis;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Why a coefficient has no value for these ratings, as a sentence for a person. */
public record Reason(Code code, List<Object> arguments) {

    /** Every reason there is. Each has its sentence in {@code reasons.properties}. */
    public enum Code {
        NO_LEVELS,
        ONE_RATER,
        NO_PAIRS,
        NOT_TWO_RATERS,
        UNEVEN,
        GAPS,
        ONE_UNIT,
        ALL_THE_SAME,
        BELOW_ZERO,
        TOO_MANY_LEVELS,
        NOTHING_BETWEEN,
        NO_VARIANCE
    }

    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.threeshift.core.analysis.reasons", Locale.ENGLISH);

    public Reason {
        arguments = List.copyOf(arguments);
    }

    static Reason of(Code code, Object... arguments) {
        return new Reason(code, List.of(arguments));
    }

    public String sentence() {
        return new MessageFormat(SENTENCES.getString(key()), Locale.ENGLISH).format(arguments.toArray());
    }

    private String key() {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
