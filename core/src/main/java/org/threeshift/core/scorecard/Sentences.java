package org.threeshift.core.scorecard;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of scorecards that are computed, not laid out. */
final class Sentences {
    private static final String BUNDLE = "org.threeshift.core.scorecard.scorecard";

    private Sentences() {}

    static String text(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(BUNDLE, Locale.ROOT).getString(key);
        return new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
    }

    /** The words under a key that may have none. */
    static Optional<String> known(String key) {
        ResourceBundle words = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);
        return words.containsKey(key) ? Optional.of(words.getString(key)) : Optional.empty();
    }

    /** A constant as a part of a key. */
    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
