package org.threeshift.web.booking;

import org.threeshift.core.booking.Rules;
import org.threeshift.core.reliability.Keeping;
import org.threeshift.web.page.Texts;

/** What candidates read of a page's rules. */
public final class Until {
    private static final int DAY = 24;

    private Until() {}

    /** Whole days as days from two on, as in "3 days"; else hours. */
    public static String hours(Texts texts, int hours) {
        return hours >= 2 * DAY && hours % DAY == 0
                ? texts.text("booking.span.days", hours / DAY)
                : texts.text("booking.span.hours", hours);
    }

    /** How long ahead one books, until when one moves it, and when calling off is late. */
    public static String rules(Texts texts, Rules rules) {
        String notice = rules.noticeHours() == 0
                ? texts.text("booking.rules.notice.none")
                : texts.text("booking.rules.notice", hours(texts, rules.noticeHours()));
        String change = rules.changeHours() == 0
                ? texts.text("booking.rules.change.none")
                : texts.text("booking.rules.change", hours(texts, rules.changeHours()));
        return notice + " " + change + " " + texts.text("booking.rules.late", Keeping.LATE_WITHIN.toHours());
    }
}
