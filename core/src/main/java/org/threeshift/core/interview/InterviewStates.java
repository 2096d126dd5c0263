package org.threeshift.core.interview;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;

/**
 * Interviews whole, with everything that anybody wrote. For core's own packages, which decide who may see what of it: no
 * face reads from here.
 */
@Service
public class InterviewStates implements Forgetful {
    private final InterviewLog log;
    private final Folds folds = new Folds();

    InterviewStates(InterviewLog log) {
        this.log = log;
    }

    public Optional<Interview.Known> find(InterviewId id) {
        return folds.seen(id, log).state() instanceof Interview.Known known ? Optional.of(known) : Optional.empty();
    }

    /** Those that there are, read at once. */
    public Map<InterviewId, Interview.Known> find(Collection<InterviewId> ids) {
        Map<InterviewId, Interview.Known> found = new HashMap<>();
        folds.seen(ids, log).forEach((id, seen) -> {
            if (seen.state() instanceof Interview.Known known) {
                found.put(id, known);
            }
        });
        return found;
    }

    /** The same with the number of the last event in each, for whoever writes by what they read. */
    Map<InterviewId, Folds.Seen> seen(Collection<InterviewId> ids) {
        return folds.seen(ids, log);
    }

    @Override
    public void forget() {
        folds.forget();
    }
}
