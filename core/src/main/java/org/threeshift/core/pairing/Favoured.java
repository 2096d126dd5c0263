package org.threeshift.core.pairing;

import java.util.stream.Stream;

/** For each person the partners with most points, and some by lot. */
final class Favoured {
    private final Lot lot;
    private final Top[] best;
    private final Top[] byLot;

    Favoured(int people, Pruning pruning, Lot lot) {
        this.lot = lot;
        this.best = Stream.generate(() -> new Top(pruning.best())).limit(people).toArray(Top[]::new);
        this.byLot =
                Stream.generate(() -> new Top(pruning.byLot())).limit(people).toArray(Top[]::new);
    }

    void offer(int one, int other, int points) {
        int drawn = lot.of(one, other);
        long mark = (long) points << Integer.SIZE | drawn;
        best[one].offer(other, mark);
        best[other].offer(one, mark);
        // Not the order that is among equals of the best: those would be drawn twice.
        int otherwise = Integer.reverse(drawn) >>> 1;
        byLot[one].offer(other, otherwise);
        byLot[other].offer(one, otherwise);
    }

    Top best(int person) {
        return best[person];
    }

    Top byLot(int person) {
        return byLot[person];
    }
}
