package org.threeshift.core.nudge;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** How long a sheet has been owed, as far as it makes a difference to who is told. Names are stored, so that none is ever changed. */
enum Stage {
    /** The interviewer is reminded. */
    HOUR(Duration.ofHours(1)),
    /** The interviewer is reminded once more. */
    DAY(Duration.ofDays(1)),
    /** Whoever looks after the interview is told. */
    COACH(Duration.ofDays(2));

    /** From then on nobody is written to: what was forgotten for that long is no news by mail. On screen it stays. */
    static final Duration AT_MOST = Duration.ofDays(14);

    @SuppressWarnings("ImmutableEnumChecker") // a Duration never changes
    private final Duration after;

    Stage(Duration after) {
        this.after = after;
    }

    Duration after() {
        return after;
    }

    /**
     * The message that is due now, at most one: whoever was not reminded in time is reminded of how it stands, not of how it stood.
     *
     * @param since when the interview ended
     * @param gone  the stages of which somebody was told
     */
    static Optional<Stage> due(Instant since, Instant now, Set<Stage> gone) {
        return at(Duration.between(since, now))
                .filter(stage -> gone.stream().noneMatch(earlier -> earlier.compareTo(stage) >= 0));
    }

    private static Optional<Stage> at(Duration owed) {
        return owed.compareTo(AT_MOST) >= 0
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(stage -> stage.after.compareTo(owed) <= 0)
                        .reduce((_, later) -> later);
    }
}
