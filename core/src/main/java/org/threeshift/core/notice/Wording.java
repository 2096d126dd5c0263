package org.threeshift.core.notice;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;

/** Says a notice's values in words, for a message that leaves the application: times on the person's wall clock, with its zone. */
final class Wording {
    private static final Set<String> MOMENTS = Set.of("at", "before", "confirm-by", "next");
    private static final Set<String> COUNTS = Set.of("held", "ready", "ahead", "owed");

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("org.threeshift.core.notice.notice", Locale.ENGLISH);

    private Wording() {}

    static String text(String key, Object... arguments) {
        return new MessageFormat(WORDS.getString(key), Locale.ENGLISH).format(arguments);
    }

    /** @param named with names in the place of ids */
    static Map<String, String> inWords(Map<String, String> named, ZoneId zone) {
        var words = new HashMap<>(named);
        MOMENTS.forEach(name ->
                words.computeIfPresent(name, (_, at) -> at.isEmpty() ? "" : moment(Instant.parse(at), zone)));
        COUNTS.forEach(name -> words.computeIfPresent(name, (_, count) -> text(name, Integer.valueOf(count))));
        words.computeIfPresent("next", (_, at) -> at.isEmpty() ? text("no-next") : text("next", at));
        words.computeIfPresent("reason", (_, said) -> said.isBlank() ? text("no-reason") : text("reason", said));
        return words;
    }

    private static String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern(WORDS.getString("moment"), Locale.ENGLISH)
                        .format(at.atZone(zone)) + " "
                + text("zone", zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }
}
