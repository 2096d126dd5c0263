package org.threeshift.core.pairing;

/**
 * Makes pairs of those who take part in a draw. Two can be a pair when the fields of their roles fit ({@link Field}), at levels at most one
 * step apart, share a language and an hour long enough, and neither has blocked the other.
 */
@FunctionalInterface
public interface Pairing {
    Drawn draw(Draw draw);

    /**
     * The draw that members get: as many of those who waited longest as can be, of the others as many as can be, and among all
     * ways to do so the one with most points ({@link Weight}). Whoever was left out before is left out again only when every
     * partner they could have practises with somebody who waited as long, or longer.
     */
    static Pairing best() {
        return best(Pruning.USUAL);
    }

    static Pairing best(Pruning pruning) {
        return new BestPairs(pruning);
    }

    /** For comparison: in the order of the draw each takes the first who is free and possible. */
    static Pairing firstCome() {
        return new FirstCome();
    }

    /** For comparison: as {@link #firstCome()}, in an order by lot. */
    static Pairing byLot(long seed) {
        return new ByLot(seed);
    }
}
