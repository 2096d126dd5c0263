package org.threeshift.core.interview;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;

/**
 * Makes the rows of {@link Tally} for interviews that have none, or have them by an earlier method: those from before the
 * rows came, and all of them when the method changes. Harmless at any time, and on several nodes at once.
 */
@Service
public class TallyRepair {
    private static final int AT_ONCE = 100;

    private final PostgresTallies tallies;
    private final InterviewStates states;
    private final Optional<Tally> tally;

    TallyRepair(PostgresTallies tallies, InterviewStates states, Optional<Tally> tally) {
        this.tallies = tallies;
        this.states = states;
        this.tally = tally;
    }

    /** @return how many interviews were counted up */
    public int repair() {
        return tally.map(this::repair).orElse(0);
    }

    private int repair(Tally counting) {
        int done = 0;
        List<InterviewId> lacking = tallies.lacking(counting.method(), AT_ONCE);
        while (!lacking.isEmpty()) {
            for (InterviewId id : lacking) {
                if (states.find(id).orElseThrow() instanceof Interview.Published published) {
                    tallies.write(id, counting.of(published), counting.method());
                }
            }
            done += lacking.size();
            lacking = tallies.lacking(counting.method(), AT_ONCE);
        }
        return done;
    }
}
