package org.threeshift.core.clocks;

import java.text.MessageFormat;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences about clocks that are changed. */
final class Words {
    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.threeshift.core.clocks.clocks", Locale.ENGLISH);

    /** A city behind what it lies in, such as {@code America/Argentina/Buenos_Aires}. */
    private static final Pattern CITY = Pattern.compile(
            "(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/(?:[A-Za-z_-]+/)*([A-Za-z_-]+)");

    private Words() {}

    static String sentence(String key, Object... places) {
        return new MessageFormat(SENTENCES.getString(key), Locale.ENGLISH).format(places);
    }

    /** As people call it: by its city where there is one. */
    static String place(ZoneId zone) {
        Matcher city = CITY.matcher(zone.getId());
        return city.matches() ? city.group(1).replace('_', ' ') : zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static String clock(LocalDateTime shown) {
        return DateTimeFormatter.ofPattern(SENTENCES.getString("clock"), Locale.ENGLISH)
                .format(shown);
    }
}
