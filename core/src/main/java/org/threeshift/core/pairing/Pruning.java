package org.threeshift.core.pairing;

/**
 * How many possible pairs are weighed against each other.
 *
 * @param all   up to so many are all weighed, and the outcome is the best there is
 * @param best  above that, for each person so many partners with most points
 * @param byLot and so many by lot, without which those whom nobody likes best would not find each other
 */
public record Pruning(int all, int best, int byLot) {
    public static final Pruning USUAL = new Pruning(50_000, 24, 8);
    public static final Pruning NONE = new Pruning(Integer.MAX_VALUE, 0, 0);
}
