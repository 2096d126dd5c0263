package org.threeshift.core.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
            int comes = person;
            Optional<Integer> first =
                    line.stream().filter(each -> pool.isPossible(each, comes)).findFirst();
            if (first.isPresent()) {
                drawing.join(first.get(), comes);
                line.remove(first.get());
            } else {
                line.add(comes);
            }
        }
        return drawing.outcome(Candidates.counted(pool, new Lot(pool, 0)));
    }
}
