package org.threeshift.core.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant NIGHT = Instant.parse("2026-11-18T03:17:00Z");

    private final Kept kept = new Kept();

    @Test
    void every_feature_sweeps_and_its_count_is_kept() {
        var retention = retention(new Broom("guests", 2), new Broom("links", 0));
        assertThat(retention.sweep().counts()).containsExactly(Map.entry("guests", 2), Map.entry("links", 0));
        assertThat(retention.last()).map(Swept::at).contains(NIGHT);
    }

    @Test
    void a_sweep_that_fails_holds_up_no_other() {
        Swept swept = retention(new Broom("a", 1), new Broom("b", -1), new Broom("c", 3))
                .sweep();
        assertThat(swept.counts()).containsOnlyKeys("a", "c");
        assertThat(swept.failures()).containsExactly(Map.entry("b", "IllegalStateException"));
    }

    private Retention retention(Sweep... sweeps) {
        return new Retention(List.of(sweeps), kept, failure -> true, () -> NIGHT);
    }

    /** @param count below zero for one that breaks */
    private record Broom(String name, int count) implements Sweep {
        @Override
        public int sweep(Instant now) {
            assertThat(now).isEqualTo(NIGHT);
            if (count < 0) {
                throw new IllegalStateException("broken");
            }
            return count;
        }
    }

    private static final class Kept implements SweepStore {
        private final List<Swept> nights = new ArrayList<>();

        @Override
        public void add(Swept swept) {
            nights.add(swept);
        }

        @Override
        public Optional<Swept> last() {
            return nights.isEmpty() ? Optional.empty() : Optional.of(nights.getLast());
        }

        @Override
        public int removeAllBut(int newest) {
            return 0;
        }
    }
}
