package org.threeshift.core.pairing.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.threeshift.core.pairing.Pairing;

/** The ways of pairing that are compared, over the same members and the same weeks. */
final class Ways {
    static final String BEST = "Threeshift";
    static final String FIRST_COME = "First come";
    static final String BY_LOT = "By lot";

    private static final long SEED = 2026;

    private Ways() {}

    static Map<String, Tally> played(int size, int weeks) {
        List<Member> members = new Crowd(SEED).members(size);
        Map<String, Tally> tallies = new LinkedHashMap<>();
        tallies.put(BEST, Season.played(Pairing.best(), members, weeks, SEED));
        tallies.put(FIRST_COME, Season.played(Pairing.firstCome(), members, weeks, SEED));
        tallies.put(BY_LOT, Season.played(Pairing.byLot(SEED), members, weeks, SEED));
        return tallies;
    }
}
