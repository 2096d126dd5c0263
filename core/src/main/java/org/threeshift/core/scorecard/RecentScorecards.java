package org.threeshift.core.scorecard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;

/**
 * Scorecards that were asked for lately. One is a pure function of what it is made of, so it is made again only when that has
 * changed: a scorecard is read often and amended seldom.
 */
final class RecentScorecards {
    private static final int MOST = 500;

    private final Map<InterviewId, Made> recent = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InterviewId, Made> eldest) {
            return size() > MOST;
        }
    };

    /** @param earlier what is set beside it */
    private record Basis(Interview.Published interview, Optional<Scorecard> earlier) {}

    private record Made(Basis of, Scorecard scorecard) {}

    Scorecard of(
            InterviewId id, Interview.Published interview, Optional<Scorecard> earlier, Supplier<Scorecard> making) {
        var basis = new Basis(interview, earlier);
        return known(id)
                .filter(made -> made.of().equals(basis))
                .map(Made::scorecard)
                .orElseGet(() -> made(id, new Made(basis, making.get())));
    }

    synchronized void forget() {
        recent.clear();
    }

    private synchronized Optional<Made> known(InterviewId id) {
        return Optional.ofNullable(recent.get(id));
    }

    private synchronized Scorecard made(InterviewId id, Made made) {
        recent.put(id, made);
        return made.scorecard();
    }
}
