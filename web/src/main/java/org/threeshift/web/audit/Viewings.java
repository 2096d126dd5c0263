package org.threeshift.web.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * Says in the trail that somebody saw another's scorecard: once in a while, not at each reload, so that the trail tells who
 * looked rather than how often a page was drawn. What was seen is remembered by each node for itself.
 */
@Component
public class Viewings {
    static final Duration ONE_LOOK = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private final Trail trail;
    private final InstantSource time;
    private final Map<Look, Instant> looks = new LinkedHashMap<>();

    Viewings(Trail trail, InstantSource time) {
        this.trail = trail;
        this.time = time;
    }

    private record Look(PersonId viewer, InterviewId interview, String as) {}

    /** @param as in which form, such as {@code page}, {@code json}, {@code pdf} */
    public void scorecard(InterviewId interview, PersonId viewer, Optional<PersonId> candidate, String as) {
        if (isFresh(new Look(viewer, interview, as))) {
            trail.add(
                    Deed.SCORECARD_VIEWED,
                    Optional.of(viewer),
                    candidate,
                    Map.of("interview", interview.toString(), "as", as));
        }
    }

    private synchronized boolean isFresh(Look look) {
        Instant now = time.instant();
        Instant last = looks.get(look);
        if (last != null && last.plus(ONE_LOOK).isAfter(now)) {
            return false;
        }
        looks.remove(look);
        looks.put(look, now);
        if (looks.size() > REMEMBERED) {
            looks.remove(looks.keySet().iterator().next());
        }
        return true;
    }
}
