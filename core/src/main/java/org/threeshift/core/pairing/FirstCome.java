package org.threeshift.core.pairing;

import java.util.ArrayList;
import java.util.List;

/** A waiting line: whoever comes is joined with the first in it who is possible, or stands at its end. */
final class FirstCome implements Pairing {
    @Override
    public Drawn draw(Draw draw) {
        return inOrder(draw, draw.practisers());
    }

    static Drawn inOrder(Draw draw, List<Practiser> order) {
        Pool pool = new Pool(draw, order);
        Drawing drawing = new Drawing(pool);
        List<Integer> line = new ArrayList<>();
        for (int person = 0; person < pool.size(); person++) {
            int first = first(pool, line, person);
            if (first < line.size()) {
                drawing.join(line.remove(/* index */ first), person);
            } else {
                line.add(person);
            }
        }
        return drawing.outcome(Candidates.counted(pool, new Lot(pool, 0)));
    }

    private static int first(Pool pool, List<Integer> line, int person) {
        int place = 0;
        while (place < line.size() && !pool.isPossible(line.get(place), person)) {
            place++;
        }
        return place;
    }
}
