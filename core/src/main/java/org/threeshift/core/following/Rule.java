package org.threeshift.core.following;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds out whether somebody needs something. Pure: the same rows at the same moment give the same finding. */
interface Rule {
    List<Rule> ALL = List.of(new Regressing(), new Stuck(), new OverConfident(), new Inactive(), new Ready());

    Optional<Finding> on(Followed candidate, Instant now);

    /** All that fit, the most pressing first. */
    static List<Finding> findings(Followed candidate, Instant now) {
        return ALL.stream().flatMap(rule -> rule.on(candidate, now).stream()).toList();
    }
}
