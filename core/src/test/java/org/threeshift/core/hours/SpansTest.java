package org.threeshift.core.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SpansTest {
    private static final Instant ZERO = Instant.parse("2026-11-26T12:00:00Z");
    private static final int MINUTES = 60;

    @Test
    void a_span_that_is_empty_or_runs_backwards_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> span(5, 5)).withMessageContaining("ends after it starts");
        assertThatIllegalArgumentException().isThrownBy(() -> span(5, 4));
    }

    @Test
    void spans_that_touch_are_one_and_share_no_time() {
        assertThat(Spans.of(span(10, 20), span(0, 10)).all()).containsExactly(span(0, 20));
        assertThat(span(0, 10).overlaps(span(10, 20))).isFalse();
        assertThat(span(0, 10).intersection(span(10, 20))).isEmpty();
    }

    @Test
    void a_meeting_starts_on_the_step_and_ends_within_the_span() {
        Duration quarter = Duration.ofMinutes(15);
        Spans open = Spans.of(span(-8, 44), span(50, 60), span(60, 120));
        assertThat(open.starts(Duration.ofMinutes(30), quarter)).containsExactly(at(0), at(60), at(75), at(90));
        assertThat(open.starts(Duration.ofMinutes(71), quarter)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> open.starts(quarter, Duration.ZERO));
    }

    @Test
    void what_is_too_short_is_left_out_and_a_buffer_makes_it_wider() {
        assertThat(Spans.of(span(0, 10), span(20, 40))
                        .atLeast(Duration.ofMinutes(20))
                        .all())
                .containsExactly(span(20, 40));
        assertThat(span(10, 20).widened(Duration.ofMinutes(5), Duration.ofMinutes(10)))
                .isEqualTo(span(5, 30));
    }

    /** Against sets of minutes. */
    @Property
    void they_add_up_as_sets_of_minutes_do(@ForAll("sets") List<Span> one, @ForAll("sets") List<Span> two) {
        Spans ours = Spans.of(one);
        Spans theirs = Spans.of(two);
        BitSet both = minutes(one);
        both.and(minutes(two));
        BitSet either = minutes(one);
        either.or(minutes(two));
        BitSet left = minutes(one);
        left.andNot(minutes(two));
        assertThat(minutes(ours.intersection(theirs).all())).isEqualTo(both);
        assertThat(minutes(ours.union(theirs).all())).isEqualTo(either);
        assertThat(minutes(ours.minus(theirs).all())).isEqualTo(left);
        assertThat(ours.total()).isEqualTo(Duration.ofMinutes(minutes(one).cardinality()));
        for (Spans each : List.of(ours, ours.minus(theirs), ours.intersection(theirs), ours.union(theirs))) {
            List<Span> all = each.all();
            IntStream.range(1, all.size())
                    .forEach(at -> assertThat(all.get(at - 1).until())
                            .isBefore(all.get(at).from()));
        }
        if (!two.isEmpty()) {
            assertThat(ours.intersection(two.getFirst())).isEqualTo(ours.intersection(Spans.of(two.getFirst())));
            assertThat(ours.contains(two.getFirst()))
                    .isEqualTo(Spans.of(two.getFirst()).minus(ours).isEmpty());
            assertThat(ours.contains(two.getFirst().from()))
                    .isEqualTo(minutes(one).get((int)
                            Duration.between(ZERO, two.getFirst().from()).toMinutes()));
        }
    }

    @Provide
    Arbitrary<List<Span>> sets() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, MINUTES - 10),
                        Arbitraries.integers().between(1, 10))
                .as((from, length) -> span(from, from + length))
                .list()
                .ofMaxSize(8);
    }

    private static BitSet minutes(List<Span> spans) {
        BitSet minutes = new BitSet();
        for (Span span : spans) {
            minutes.set((int) Duration.between(ZERO, span.from()).toMinutes(), (int)
                    Duration.between(ZERO, span.until()).toMinutes());
        }
        return minutes;
    }

    private static Span span(int from, int until) {
        return new Span(at(from), at(until));
    }

    private static Instant at(int minute) {
        return ZERO.plus(Duration.ofMinutes(minute));
    }
}
