package org.threeshift.core.pairing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Everyone draws a number, and then it is first come, first served.
 *
 * @param seed of the numbers; the moment of the draw makes them others each time
 */
record ByLot(long seed) implements Pairing {
    @Override
    public Drawn draw(Draw draw) {
        List<Practiser> order = new ArrayList<>(draw.practisers());
        order.sort(Comparator.comparing(each -> each.person().toString()));
        Collections.shuffle(order, new Random(seed ^ draw.at().toEpochMilli()));
        return FirstCome.inOrder(draw, order);
    }
}
