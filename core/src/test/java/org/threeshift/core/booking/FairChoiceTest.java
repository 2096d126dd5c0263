package org.threeshift.core.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.booking.FairChoice.Load;
import org.threeshift.core.people.PersonId;

class FairChoiceTest {
    private static final PersonId A = new PersonId(new UUID(0, 1));
    private static final PersonId B = new PersonId(new UUID(0, 2));
    private static final PersonId C = new PersonId(new UUID(0, 3));
    private static final Instant EARLY = Instant.parse("2026-11-01T10:00:00Z");

    @Test
    void whoever_has_the_fewest_sessions_is_asked_first() {
        assertThat(FairChoice.order(List.of(A, B, C), Map.of(A, load(3, 0), B, load(1, 5), C, load(2, 1))))
                .containsExactly(B, C, A);
    }

    @Test
    void among_equals_whoever_was_booked_longest_ago_and_first_whoever_never_was() {
        assertThat(FairChoice.order(List.of(A, B), Map.of(A, load(2, 9), B, load(2, 1))))
                .containsExactly(B, A);
        assertThat(FairChoice.order(List.of(A, B), Map.of(A, load(0, 1)))).containsExactly(B, A);
    }

    @Test
    void the_order_in_which_they_stand_on_the_page_decides_nothing() {
        assertThat(FairChoice.order(List.of(C, A, B), Map.of())).containsExactly(A, B, C);
    }

    private static Load load(int sessions, int daysLater) {
        return new Load(sessions, EARLY.plusSeconds(86_400L * daysLater));
    }
}
