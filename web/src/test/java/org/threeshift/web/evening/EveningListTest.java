package org.threeshift.web.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.evening.Evening;
import org.threeshift.core.evening.Evening.State;
import org.threeshift.core.evening.EveningId;
import org.threeshift.core.evening.Shape;
import org.threeshift.core.hours.Span;
import org.threeshift.core.people.PersonId;

class EveningListTest {
    private static final Instant NOW = Instant.parse("2026-11-26T18:40:00Z");

    private static Evening evening(String title, int minutes, State state) {
        return new Evening(
                new EveningId(new UUID(1, title.hashCode())),
                new CohortId(new UUID(1, 2)),
                new PersonId(new UUID(0x0196_0000_0000_7000L, 1)),
                title,
                "",
                Agreed.of(Span.of(NOW.plus(Duration.ofMinutes(minutes)), Duration.ofMinutes(60)), ZoneId.of("UTC")),
                new Shape(30, 0, 2, 2, "bank", List.of()),
                state,
                "",
                1,
                NOW);
    }

    @Test
    void the_one_that_is_on_stands_first_and_then_what_comes_next_and_last_what_is_over_or_off() {
        var list = EveningList.of(
                List.of(
                        evening("off", 5_000, State.CALLED_OFF),
                        evening("later", 9_000, State.ASKING),
                        evening("soon", 1_000, State.PLANNED),
                        evening("on", -10, State.PLANNED),
                        evening("yesterday", -1_440, State.PLANNED),
                        evening("long ago", -9_000, State.PLANNED)),
                NOW);
        assertThat(list.ahead()).extracting(Evening::title).containsExactly("on", "soon", "later");
        assertThat(list.behind()).extracting(Evening::title).containsExactly("off", "yesterday", "long ago");
        assertThat(list.ahead()).extracting(list::state).containsExactly("running", "planned", "asking");
        assertThat(list.behind()).extracting(list::state).containsExactly("called-off", "over", "over");
        assertThat(list.ahead())
                .allMatch(
                        one -> list.state(one).equals(EveningList.stateAt(one, NOW)), "the page of each says the same");
    }
}
