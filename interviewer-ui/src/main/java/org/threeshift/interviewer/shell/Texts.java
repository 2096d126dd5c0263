package org.threeshift.interviewer.shell;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The console's sentences, from {@code messages.properties}. */
public final class Texts {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.threeshift.interviewer.messages", Locale.ROOT);

    private Texts() {}

    /** @throws java.util.MissingResourceException for a key without a sentence; a test looks for those */
    public static String text(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments);
    }

    /** The word for a value of the vocabulary, such as {@code shift.TEAM}. */
    public static String name(Enum<?> value) {
        return BUNDLE.getString(
                value.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + value.name());
    }
}
