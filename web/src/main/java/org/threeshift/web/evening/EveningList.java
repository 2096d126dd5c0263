package org.threeshift.web.evening;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.threeshift.core.evening.Evening;
import org.threeshift.core.evening.Evening.State;
import org.threeshift.web.page.Texts;

/**
 * The evenings of a cohort, as a coach looks for them.
 *
 * @param ahead  what is on or comes, the next one first
 * @param behind what is over or was called off, the latest first
 */
public record EveningList(List<Evening> ahead, List<Evening> behind, Instant now) {
    public EveningList {
        ahead = List.copyOf(ahead);
        behind = List.copyOf(behind);
    }

    static EveningList of(List<Evening> evenings, Instant now) {
        Comparator<Evening> first =
                Comparator.comparing(evening -> evening.span().from());
        return new EveningList(
                evenings.stream()
                        .filter(evening -> isAhead(evening, now))
                        .sorted(first)
                        .toList(),
                evenings.stream()
                        .filter(evening -> !isAhead(evening, now))
                        .sorted(first.reversed())
                        .toList(),
                now);
    }

    private static boolean isAhead(Evening evening, Instant now) {
        return evening.state() != State.CALLED_OFF && !evening.over(now);
    }

    public boolean isEmpty() {
        return ahead.isEmpty() && behind.isEmpty();
    }

    /** The end of the key of how it stands. */
    public String state(Evening evening) {
        return stateAt(evening, now);
    }

    /** The same on the evening's own page. */
    public static String stateAt(Evening evening, Instant now) {
        return evening.state() == State.CALLED_OFF
                ? Texts.constant(State.CALLED_OFF)
                : evening.over(now) ? "over" : evening.begun(now) ? "running" : Texts.constant(evening.state());
    }

    public String tone(Evening evening) {
        return isAhead(evening, now) && evening.state() == State.PLANNED ? "good" : "quiet";
    }
}
