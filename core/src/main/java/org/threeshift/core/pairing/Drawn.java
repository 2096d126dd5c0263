package org.threeshift.core.pairing;

import java.util.List;

/**
 * What came of a draw: everyone who took part is in one pair, or left out.
 *
 * @param pairs    in order of time, then of ids
 * @param leftOut  in order of ids
 * @param possible how many pairs could have been made
 * @param weighed  how many of them were weighed against each other; fewer than possible when the draw was pruned
 */
public record Drawn(List<Pair> pairs, List<LeftOut> leftOut, long possible, long weighed) {
    public Drawn {
        pairs = List.copyOf(pairs);
        leftOut = List.copyOf(leftOut);
    }

    /** The points of all pairs together. */
    public long points() {
        return pairs.stream().mapToLong(pair -> pair.reason().total()).sum();
    }
}
