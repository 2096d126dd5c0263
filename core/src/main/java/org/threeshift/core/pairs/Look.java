package org.threeshift.core.pairs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Who of a line is held against each other at once, which takes time. The first in line always are, and of a line that is longer
 * others by lot: with each look anybody may come to be held against anybody, so that whoever fits is found, however many stand before
 * them who do not.
 */
final class Look {
    /** As many as are always looked at. */
    static final int FRONT = 100;
    /** As many as are looked at in all. */
    static final int MOST = 400;

    private Look() {}

    /** @return in the order of the line */
    static <T> List<T> at(List<T> line, RandomGenerator chance) {
        if (line.size() <= MOST) {
            return line;
        }
        List<Integer> places = new ArrayList<>();
        for (int place = FRONT; place < line.size(); place++) {
            places.add(place);
        }
        Collections.shuffle(places, chance);
        List<T> looked = new ArrayList<>(line.subList(0, FRONT));
        places.subList(0, MOST - FRONT).stream().sorted().map(line::get).forEach(looked::add);
        return looked;
    }
}
