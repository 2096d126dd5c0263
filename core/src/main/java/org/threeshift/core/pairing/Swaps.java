package org.threeshift.core.pairing;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.IntStream;

/**
 * Takes back what pruning cost those who are left out: each gets a possible partner who is left out too, or whose partner has
 * waited less and then looks for another in turn. Somebody who found none looks again after others have swapped, for what a swap
 * makes of others' partners may be what they lacked. It comes to an end, for each swap shortens the longest wait of those left out.
 */
final class Swaps {
    private final Pool pool;
    private final Drawing drawing;
    private final Lot lot;
    private final Pool.Row row;

    private Swaps(Pool pool, Drawing drawing, Lot lot) {
        this.pool = pool;
        this.drawing = drawing;
        this.lot = lot;
        this.row = pool.row();
    }

    static void made(Pool pool, Drawing drawing, Lot lot) {
        Swaps swaps = new Swaps(pool, drawing, lot);
        boolean swapped;
        do {
            swapped = swaps.once();
        } while (swapped);
    }

    /** Lets everyone who is left out look once, those who waited longest first. @return whether anybody found a partner */
    private boolean once() {
        boolean swapped = false;
        Deque<Integer> leftOut = new ArrayDeque<>(IntStream.range(0, pool.size())
                .filter(drawing::isFree)
                .boxed()
                .sorted(Comparator.comparingInt(pool::waited).reversed())
                .toList());
        while (!leftOut.isEmpty()) {
            int person = leftOut.removeFirst();
            swapped |= drawing.isFree(person) && serve(person, leftOut);
        }
        return swapped;
    }

    private boolean serve(int person, Deque<Integer> leftOut) {
        row.set(person);
        Top served = new Top(1);
        for (int other = 0; other < pool.size(); other++) {
            if (row.points(other) >= 0 && waitedWith(other) < pool.waited(person)) {
                long least = (long) Integer.MAX_VALUE - waitedWith(other);
                served.offer(other, least << (Integer.SIZE - 1) | lot.of(person, other));
            }
        }
        served.forEach(partner -> {
            if (!drawing.isFree(partner)) {
                leftOut.addLast(drawing.part(partner));
            }
            drawing.join(person, partner);
        });
        return !drawing.isFree(person);
    }

    /** How long somebody's partner waited; less than any wait when they have none. */
    private int waitedWith(int person) {
        return drawing.isFree(person) ? -1 : pool.waited(drawing.mate(person));
    }
}
