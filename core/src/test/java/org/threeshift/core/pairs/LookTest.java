package org.threeshift.core.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookTest {
    @Test
    void a_line_is_looked_at_whole_as_long_as_that_is_little_work() {
        List<Integer> line = IntStream.range(0, Look.MOST).boxed().toList();
        assertThat(Look.at(line, new Random(1))).isEqualTo(line);
    }

    @Test
    void of_a_longer_one_no_look_is_more_work_and_none_passes_over_the_first_in_line() {
        List<Integer> line = IntStream.range(0, 5_000).boxed().toList();
        List<Integer> looked = Look.at(line, new Random(1));
        assertThat(looked).hasSize(Look.MOST).isSorted().doesNotHaveDuplicates();
        assertThat(looked).startsWith(line.subList(0, Look.FRONT).toArray(Integer[]::new));
    }

    @Test
    void the_last_two_of_a_long_line_are_held_against_each_other_before_long() {
        List<Integer> line = IntStream.range(0, 1_000).boxed().toList();
        Set<Integer> found = new HashSet<>();
        for (int look = 0; look < 100; look++) {
            List<Integer> looked = Look.at(line, new Random(look));
            if (looked.containsAll(List.of(998, 999))) {
                found.add(look);
            }
        }
        assertThat(found).hasSizeBetween(3, 30);
    }
}
