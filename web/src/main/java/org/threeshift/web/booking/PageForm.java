package org.threeshift.web.booking;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.booking.Audience;
import org.threeshift.core.booking.BookingPage;
import org.threeshift.core.booking.BookingPages.Settings;
import org.threeshift.core.booking.Rules;
import org.threeshift.core.id.Edition;

/**
 * A page's settings as a coach typed them.
 *
 * @param edition of those that were shown when it was begun; empty when whoever sends it does not say
 */
public record PageForm(
        String title,
        String slug,
        String intro,
        String audience,
        String before,
        String after,
        String notice,
        String most,
        String ahead,
        String change,
        String step,
        String edition) {
    static PageForm of(BookingPage page) {
        Rules rules = page.rules();
        return new PageForm(
                page.title(),
                page.slug(),
                page.intro(),
                page.audience().name(),
                Integer.toString(rules.minutesBefore()),
                Integer.toString(rules.minutesAfter()),
                Integer.toString(rules.noticeHours()),
                Integer.toString(rules.mostADay()),
                Integer.toString(rules.daysAhead()),
                Integer.toString(rules.changeHours()),
                Integer.toString(rules.stepMinutes()),
                page.edition().code());
    }

    static PageForm typed(Map<String, String> sent) {
        return new PageForm(
                sent.getOrDefault("title", ""),
                sent.getOrDefault("slug", ""),
                sent.getOrDefault("intro", ""),
                sent.getOrDefault("audience", ""),
                sent.getOrDefault("before", ""),
                sent.getOrDefault("after", ""),
                sent.getOrDefault("notice", ""),
                sent.getOrDefault("most", ""),
                sent.getOrDefault("ahead", ""),
                sent.getOrDefault("change", ""),
                sent.getOrDefault("step", ""),
                sent.getOrDefault("edition", ""));
    }

    /** One of the settings, as typed and as it stands. */
    public record Setting(String label, String typed, String stands) {
        /** Browsers end lines as they like. */
        public boolean differs() {
            return !typed.strip().replace("\r\n", "\n").equals(stands);
        }
    }

    /** The same, begun from what is shown by now. */
    PageForm from(PageForm shown) {
        return new PageForm(
                title, slug, intro, audience, before, after, notice, most, ahead, change, step, shown.edition);
    }

    /** Whether it holds anything but what is kept. */
    public boolean typed(BookingPage page) {
        return !from(of(page)).equals(of(page));
    }

    /** Absent for whoever does not say what they saw, such as a program. */
    Optional<Edition> seen() {
        return edition.isEmpty() ? Optional.empty() : Optional.of(new Edition(edition));
    }

    /** Whether somebody who books as late as they may can no longer move what they booked. */
    public boolean changesEndBeforeBooking() {
        return Asking.number(change) > Asking.number(notice);
    }

    /** As typed; -1 for what is no number. */
    public int changeHours() {
        return Asking.number(change);
    }

    /** Absent for an audience that the form does not offer. */
    Optional<Settings> settings() {
        return Arrays.stream(Audience.values())
                .filter(one -> one.name().equals(audience))
                .findFirst()
                .map(chosen -> new Settings(
                        title,
                        slug,
                        intro,
                        chosen,
                        new Rules(
                                Asking.number(before),
                                Asking.number(after),
                                Asking.number(notice),
                                Asking.number(most),
                                Asking.number(ahead),
                                Asking.number(change),
                                Asking.number(step))));
    }
}
