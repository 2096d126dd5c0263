package org.threeshift.web.interviewing;

import java.util.Locale;

/** Numbers as the page shows them. */
public record Numbers(Locale locale) {
    public String one(double value) {
        return String.format(locale, "%.1f", value);
    }

    public String two(double value) {
        return String.format(locale, "%.2f", value);
    }

    /** With a sign in front, and none before nothing. */
    public String signed(double value) {
        String digits = String.format(locale, "%+.2f", value);
        return digits.matches("[+-]0\\.00") ? "0.00" : digits.replace('-', '−');
    }

    /** Of a hundred. */
    public long percent(double share) {
        return Math.round(100 * share);
    }
}
