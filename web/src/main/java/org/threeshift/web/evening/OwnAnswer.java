package org.threeshift.web.evening;

import java.time.Instant;
import org.threeshift.core.evening.Evening.State;
import org.threeshift.core.evening.EveningView;
import org.threeshift.core.evening.Guest;

/** What came of an answer that somebody gave just now, as the end of text keys. */
final class OwnAnswer {
    private OwnAnswer() {}

    /**
     * @param said as the address of the page has it: {@code yes}, {@code no} or anything
     * @return empty where that does not stand, whether it never was said, was taken back since, or has nothing left to be about
     */
    static String of(EveningView view, String said, Instant now) {
        if (view.evening().state() == State.CALLED_OFF || view.evening().over(now)) {
            return "";
        }
        return switch (said) {
            case "yes" ->
                view.self().filter(Guest::comes).map(_ -> yes(view, now)).orElse("");
            case "no" -> view.self().filter(Guest::declined).map(_ -> "no").orElse("");
            default -> "";
        };
    }

    private static String yes(EveningView view, Instant now) {
        if (view.evening().state() == State.ASKING) {
            return "yes";
        }
        return view.next(now).isPresent() ? "yes.planned" : "yes.nobody";
    }
}
