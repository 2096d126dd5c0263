package org.threeshift.core.pairing;

/** More points than any matching of a draw has: each person brings half of what the best pair gives that they could be in. */
public final class Bound {
    private Bound() {}

    public static long of(Draw draw) {
        Pool pool = new Pool(draw, draw.practisers());
        int[] best = new int[pool.size()];
        Pool.Row row = pool.row();
        for (int person = 0; person < pool.size(); person++) {
            row.set(person);
            for (int other = person + 1; other < pool.size(); other++) {
                int points = row.points(other);
                best[person] = Math.max(best[person], points);
                best[other] = Math.max(best[other], points);
            }
        }
        long twice = 0;
        for (int points : best) {
            twice += points;
        }
        return twice / 2;
    }
}
