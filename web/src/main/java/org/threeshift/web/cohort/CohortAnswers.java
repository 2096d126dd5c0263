package org.threeshift.web.cohort;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Outcome;
import org.threeshift.core.cohort.Refusal;

/** What the pages of cohorts answer alike. */
final class CohortAnswers {
    /** What a page can say that was done just now: the end of the sentence's key. */
    private static final Set<String> DEEDS = Set.of(
            "made",
            "asked",
            "again",
            "withdrawn",
            "taken-out",
            "renamed",
            "shared",
            "taken-off",
            "passed-on",
            "archived",
            "imported",
            "joined",
            "declined",
            "left");

    /** Where a button was pressed that the page does not show: somebody else was quicker, or the request was made by hand. */
    static final Function<Refusal, ModelAndView> IMPOSSIBLE = _ -> {
        throw notThere();
    };

    private CohortAnswers() {}

    /** Goes on to the page that shows what was done, or back to the form with the sentence. */
    static ModelAndView after(Outcome outcome, String target, String deed, Function<Refusal, ModelAndView> back) {
        return switch (outcome) {
            case Outcome.Done(var cohort) ->
                new ModelAndView("redirect:" + target.replace("{id}", cohort.toString()) + "?done=" + deed);
            case Outcome.Refused(var refusal) -> back.apply(refusal);
            case Outcome.NotThere() -> throw notThere();
        };
    }

    /** The deed that an address names; empty when it names none. */
    static String deed(String done) {
        return DEEDS.contains(done) ? done : "";
    }

    static CohortId cohort(String id) {
        return new CohortId(uuid(id));
    }

    static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw notThere();
        }
    }

    static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
