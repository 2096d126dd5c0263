package org.threeshift.core.export;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of an export's files about themselves. */
final class Sentences {
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("org.threeshift.core.export.export", Locale.ENGLISH);

    private Sentences() {}

    static String text(String key, Object... arguments) {
        return new MessageFormat(WORDS.getString(key), Locale.ENGLISH).format(arguments);
    }
}
