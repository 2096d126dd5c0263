package org.threeshift.core.interview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;

/**
 * Makes the rows of {@link Tally} for interviews that have none, or have them by an earlier method: those from before the
 * rows came, and all of them when the method changes. Then it compares a stretch of all rows with what the logs come to, the next
 * stretch the next time, and puts right what differs. Harmless at any time, and on several nodes at once.
 */
@Service
public class TallyRepair {
    private static final Logger LOG = LoggerFactory.getLogger(TallyRepair.class);
    private static final int AT_ONCE = 100;
    private static final InterviewId FIRST = new InterviewId(new UUID(0, 0));

    private final PostgresTallies tallies;
    private final InterviewStates states;
    private final Optional<Tally> tally;
    private final AtomicReference<InterviewId> compared = new AtomicReference<>(FIRST);

    TallyRepair(PostgresTallies tallies, InterviewStates states, Optional<Tally> tally) {
        this.tallies = tallies;
        this.states = states;
        this.tally = tally;
    }

    /** @return how many interviews were counted up */
    public int repair() {
        return tally.map(counting -> repair(counting) + compare(counting)).orElse(0);
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

    /** @return how many interviews of the stretch had other rows */
    private int compare(Tally counting) {
        List<InterviewId> stretch = tallies.published(compared.get(), AT_ONCE);
        compared.set(stretch.size() < AT_ONCE ? FIRST : stretch.getLast());
        Map<InterviewId, TallyRows> stored = tallies.read(stretch);
        int differing = 0;
        for (var entry : states.seen(stretch).entrySet()) {
            TallyRows there = stored.getOrDefault(entry.getKey(), TallyRows.NONE);
            // What a later release counted is not for this one to judge.
            if (entry.getValue().state() instanceof Interview.Published published
                    && there.method() <= counting.method()) {
                TallyRows folded = counting.of(published);
                if (!folded.equals(there)) {
                    LOG.warn("The tallies of interview {} differed from its log, and are made again", entry.getKey());
                    tallies.replace(entry.getKey(), folded, entry.getValue().seq());
                    differing++;
                }
            }
        }
        return differing;
    }
}
