package org.threeshift.core.booking;

import java.util.Locale;
import java.util.ResourceBundle;

/** Why something about bookings cannot be done, with a sentence that says what to do. */
public enum Refusal {
    ONLY_COACHES,
    TITLE_MISSING,
    TITLE_TOO_LONG,
    UNPRINTABLE,
    SLUG_MALFORMED,
    SLUG_TAKEN,
    INTRO_TOO_LONG,
    AUDIENCE,
    MINUTES_BETWEEN,
    HOURS,
    MOST_A_DAY,
    DAYS_AHEAD,
    STEP,
    /** In another window, or by an older form. */
    CHANGED_MEANWHILE,
    NAME_MISSING,
    NAME_TOO_LONG,
    ROUND_UNKNOWN,
    MINUTES,
    SHORTER_THAN_ROUND,
    PRICE_TOO_LONG,
    DESCRIPTION_TOO_LONG,
    TOO_MANY_QUESTIONS,
    QUESTION_TOO_LONG,
    TOO_MANY_KINDS,
    TOO_MANY_PAGES,
    NOTHING_TO_BOOK,
    NO_HOURS,
    NO_COACH,
    TOO_MANY_COACHES,
    /** They own the page, take sessions on it or were asked to. */
    ON_THE_PAGE,
    NEEDS_ACCOUNT,
    OWN_PAGE,
    ANSWER_MISSING,
    ANSWER_TOO_LONG,
    /** Somebody was faster, or the coach has something else meanwhile. */
    HOUR_GONE,
    /** It began already, or is over. */
    HOUR_OVER,
    /** It begins within the notice. */
    HOUR_TOO_SOON,
    /** The session is on that hour already. */
    SAME_HOUR,
    YOU_ARE_BUSY,
    TOO_MANY_BOOKED,
    /** Only until some hours before the start. */
    TOO_LATE,
    /** It began, is over or was called off. */
    OVER,
    REASON_MISSING,
    REASON_TOO_LONG;

    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.threeshift.core.booking.refusals", Locale.ENGLISH);

    public String sentence() {
        return SENTENCES.getString(key());
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
