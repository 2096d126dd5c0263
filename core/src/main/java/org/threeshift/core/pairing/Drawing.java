package org.threeshift.core.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Who practises with whom, while it is being found. */
final class Drawing {
    static final int NOBODY = -1;

    private final Pool pool;
    private final int[] mates;

    Drawing(Pool pool) {
        this.pool = pool;
        this.mates = new int[pool.size()];
        Arrays.fill(mates, NOBODY);
    }

    boolean isFree(int person) {
        return mates[person] == NOBODY;
    }

    void join(int one, int other) {
        mates[one] = other;
        mates[other] = one;
    }

    int mate(int person) {
        return mates[person];
    }

    /** Takes somebody's partner away, and says who it was. */
    int part(int person) {
        int mate = mates[person];
        mates[person] = NOBODY;
        mates[mate] = NOBODY;
        return mate;
    }

    Drawn outcome(Candidates candidates) {
        List<Pair> pairs = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (int person = 0; person < mates.length; person++) {
            if (mates[person] == NOBODY) {
                leftOut.add(new LeftOut(pool.get(person).person(), candidates.partners(person)));
            } else if (mates[person] > person) {
                pairs.add(pool.pair(person, mates[person]));
            }
        }
        pairs.sort(Comparator.comparing(Pair::when)
                .thenComparing(pair -> pair.one().toString()));
        leftOut.sort(Comparator.comparing(one -> one.person().toString()));
        return new Drawn(pairs, leftOut, candidates.possible(), candidates.size());
    }
}
