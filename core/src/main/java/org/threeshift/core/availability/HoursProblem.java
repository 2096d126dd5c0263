package org.threeshift.core.availability;

import java.util.Locale;
import java.util.ResourceBundle;

/** What is wrong with hours as somebody typed them, each with a sentence that says what to do. */
public enum HoursProblem {
    ZONE_UNKNOWN,
    TIME_MISSING,
    TIME_UNREADABLE,
    TIMES_EQUAL,
    /** More than twelve hours, and until the day after. */
    LONG_NIGHT,
    OVERLAPPING,
    TOO_MANY_WINDOWS,
    DATE_MISSING,
    DATE_UNREADABLE,
    DATE_PAST,
    DATE_FAR,
    DATE_CLOSED_AND_OPEN,
    TOO_MANY_DATES;

    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.threeshift.core.availability.hours", Locale.ENGLISH);

    public String sentence() {
        return SENTENCES.getString(key());
    }

    /** Whether it is about the date of a single day, and not about its times. */
    public boolean ofDate() {
        return name().startsWith("DATE") || this == TOO_MANY_DATES;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
