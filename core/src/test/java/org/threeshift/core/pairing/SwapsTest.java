package org.threeshift.core.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.pairing.People.draw;
import static org.threeshift.core.pairing.People.hours;
import static org.threeshift.core.pairing.People.open;
import static org.threeshift.core.pairing.People.person;
import static org.threeshift.core.pairing.People.waited;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.threeshift.core.hours.Span;

class SwapsTest {
    private static final int LOOKED_AT_FIRST = 2;

    /** Whoever waited longest looks first, while the only partner they could have is with somebody who waited as long. */
    @Test
    void whoever_found_nobody_looks_again_after_others_have_swapped() {
        List<Practiser> people = List.of(
                waited(open(person(0), evening(0), evening(1), evening(3)), 1),
                waited(open(person(1), evening(0), evening(2)), 3),
                waited(open(person(LOOKED_AT_FIRST), evening(1)), 3),
                waited(open(person(3), evening(2)), 2),
                waited(open(person(4), evening(3)), 0));
        Pool pool = new Pool(draw(people), people);
        Drawing drawing = new Drawing(pool);
        drawing.join(0, 1);

        Swaps.made(pool, drawing, new Lot(pool, 1));

        assertThat(drawing.mate(LOOKED_AT_FIRST)).isZero();
        assertThat(IntStream.range(0, 5).filter(drawing::isFree)).containsExactly(4);
    }

    private static Span evening(int day) {
        return hours(24 * day + 18, 24 * day + 20);
    }
}
