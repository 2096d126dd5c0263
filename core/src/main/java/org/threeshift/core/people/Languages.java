package org.threeshift.core.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The languages that people can name, by their codes of ISO 639, each once. */
public final class Languages {
    /** Without the old codes of languages that have a new one, such as iw for Hebrew. */
    public static final Set<String> ALL = Arrays.stream(Locale.getISOLanguages())
            .filter(code -> now(code).equals(code))
            .collect(Collectors.toUnmodifiableSet());

    private Languages() {}

    /** The code that a language has now; itself for every other word. */
    public static String now(String code) {
        return Locale.of(code).getLanguage();
    }

    /** In English. */
    public static String name(String code) {
        return Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
    }
}
