package org.threeshift.core.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneByOneTest {
    private final List<Integer> done = new ArrayList<>();

    @Test
    void it_counts_what_was_done() {
        assertThat(OneByOne.count(List.of(1, 2, 3), number -> done.add(number) && number != 2))
                .isEqualTo(2);
    }

    @Test
    void one_that_fails_keeps_nobody_waiting_and_is_told() {
        assertThatThrownBy(() -> OneByOne.count(List.of(1, 2, 3, 4), this::oddOnly))
                .hasMessage("2")
                .satisfies(first -> assertThat(first.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("4"));
        assertThat(done).containsExactly(1, 3);
    }

    private boolean oddOnly(int number) {
        if (number % 2 == 0) {
            throw new IllegalStateException(Integer.toString(number));
        }
        return done.add(number);
    }
}
