package org.threeshift.core.scorecard;

import java.util.List;

/**
 * How much of what was planned a scorecard stands on.
 *
 * @param planned  how many questions the agenda had
 * @param asked    how many of them were posed
 * @param notAsked titles of the others, in the order of the agenda
 */
public record Extent(int planned, int asked, List<String> notAsked) {
    public Extent {
        notAsked = List.copyOf(notAsked);
    }

    public boolean whole() {
        return asked == planned;
    }

    /** Without naming a question. */
    Extent summary() {
        return new Extent(planned, asked, List.of());
    }
}
