package org.threeshift.core.scorecard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The plan of a scorecard with what became of it.
 *
 * @param items  in the order of the scorecard
 * @param before what became of the plan of the interview before; absent when there was none, or none that the viewer may see
 */
public record Plan(List<Item> items, Optional<PlanReview> before) {
    public Plan {
        items = List.copyOf(items);
    }

    /** @param done when the candidate ticked it off */
    public record Item(Practice practice, Optional<Instant> done) {}

    public long done() {
        return items.stream().filter(item -> item.done().isPresent()).count();
    }
}
