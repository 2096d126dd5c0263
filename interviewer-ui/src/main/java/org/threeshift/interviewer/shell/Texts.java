package org.threeshift.interviewer.shell;

import java.text.MessageFormat;
import java.util.List;
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

    /** As in "Dana Okafor and Luis Ferreira". */
    public static String list(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : text("list.and", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }

    /** The word for a value of the vocabulary, such as {@code shift.TEAM}. */
    public static String name(Enum<?> value) {
        return BUNDLE.getString(
                value.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + value.name());
    }
}
