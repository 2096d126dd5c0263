package org.threeshift.core.evening;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of this package. */
final class EveningWords {
    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.threeshift.core.evening.evening", Locale.ENGLISH);

    private EveningWords() {}

    static String of(String key, Object... places) {
        return new MessageFormat(SENTENCES.getString(key), Locale.ENGLISH).format(places);
    }

    /** The wall clock of a zone, such as 18:30. */
    static String clock(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).format(at.atZone(zone));
    }
}
