package org.threeshift.web.database;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the terminal says while no message source of the application exists yet. */
final class Sentences {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages/start", Locale.ENGLISH);

    private Sentences() {}

    /** The sentence with its arguments as plain text: a port is 8080, never 8,080. */
    static String of(String key, Object... arguments) {
        Object[] texts = Arrays.stream(arguments).map(String::valueOf).toArray();
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(texts);
    }
}
