package org.threeshift.core.calendar;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of calendars, and what makes somebody's words safe in one. */
final class Words {
    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.threeshift.core.calendar.calendar", Locale.ENGLISH);
    private static final int LONGEST = 200;

    private Words() {}

    static String sentence(String key, Object... places) {
        return new MessageFormat(SENTENCES.getString(key), Locale.ENGLISH).format(places);
    }

    /**
     * Somebody's words on one line. A line's end would begin another property, and a direction that is not ended would turn
     * what stands behind it around.
     */
    static String line(String words) {
        String tidy =
                words.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ").strip();
        return tidy.codePointCount(0, tidy.length()) <= LONGEST
                ? tidy
                : tidy.substring(0, tidy.offsetByCodePoints(0, LONGEST)).strip() + "…";
    }

    /** The same as a parameter's value, which has no way to hold a quotation mark or a backslash that every calendar reads. */
    static String parameter(String words) {
        return line(words).replace('"', '\'').replace('^', ' ').replace('\\', '/');
    }
}
