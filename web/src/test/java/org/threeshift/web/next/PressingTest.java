package org.threeshift.web.next;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.threeshift.web.next.NextThing.Timing;

class PressingTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void all_that_goes_on_now_stands_there_and_the_first_of_the_rest_below() {
        assertThat(of(
                        thing(Timing.BEGINS, "tomorrow", 1_500),
                        thing(Timing.BEGINS, "open", 5),
                        thing(Timing.WAITS, "owed", -60),
                        thing(Timing.RUNS, "live", -20),
                        thing(Timing.BEGINS, "soon", 40)))
                .extracting(NextThing::href)
                .containsExactly("live", "open", "soon");
    }

    @Test
    void beside_what_goes_on_debts_wait() {
        NextThing live = thing(Timing.RUNS, "live", -20);
        NextThing owed = thing(Timing.WAITS, "owed", -60);
        assertThat(of(owed, live, thing(Timing.BEGINS, "tomorrow", 1_500)))
                .extracting(NextThing::href)
                .containsExactly("live", "tomorrow");
        assertThat(of(owed, live)).extracting(NextThing::href).containsExactly("live");
        assertThat(of(owed)).extracting(NextThing::href).containsExactly("owed");
    }

    @Test
    void what_was_left_running_is_nowhere_to_be_and_stands_below_debts() {
        NextThing left = thing(Timing.RUNS, "left", -240);
        NextThing forgotten = thing(Timing.RUNS, "forgotten", -10_000);
        NextThing owed = thing(Timing.WAITS, "owed", -60);
        assertThat(of(left, forgotten, owed)).extracting(NextThing::href).containsExactly("owed");
        assertThat(of(left, forgotten)).extracting(NextThing::href).containsExactly("forgotten");
        assertThat(Pressing.of(Stream.of(left), NOW).on(NOW)).isFalse();
        assertThat(of(left, thing(Timing.RUNS, "live", -239)))
                .extracting(NextThing::href)
                .containsExactly("live");
    }

    @Test
    void a_chair_of_ones_own_stands_before_what_one_only_watches() {
        assertThat(of(
                        watched(Timing.BEGINS, "watched", -10),
                        watched(Timing.RUNS, "seen", -30),
                        thing(Timing.BEGINS, "own", 5),
                        thing(Timing.BEGINS, "soon", 20)))
                .extracting(NextThing::href)
                .containsExactly("own", "seen", "watched", "soon");
    }

    @Test
    void where_nothing_goes_on_one_thing_stands_alone() {
        Pressing pressing =
                Pressing.of(Stream.of(thing(Timing.BEGINS, "soon", 40), thing(Timing.BEGINS, "later", 50)), NOW);
        assertThat(pressing.things()).extracting(NextThing::href).containsExactly("soon");
        assertThat(pressing.on(NOW)).isFalse();
        assertThat(pressing.on(NOW.plus(Duration.ofMinutes(30)))).isTrue();
        assertThat(pressing.about("later")).isFalse();
    }

    @Test
    void one_place_is_named_once() {
        assertThat(of(thing(Timing.RUNS, "/room/2", -40), thing(Timing.BEGINS, "/room/2", 0)))
                .extracting(NextThing::timing)
                .containsExactly(Timing.RUNS);
    }

    @Test
    void it_changes_when_something_that_is_not_shown_presses_more() {
        assertThat(Pressing.of(Stream.of(thing(Timing.WAITS, "owed", -60), thing(Timing.BEGINS, "later", 90)), NOW)
                        .changesAt())
                .contains(NOW.plus(Duration.ofMinutes(30)));
        assertThat(Pressing.of(Stream.of(thing(Timing.WAITS, "owed", -60)), NOW).changesAt())
                .isEmpty();
    }

    private static Iterable<NextThing> of(NextThing... all) {
        return Pressing.of(Stream.of(all), NOW).things();
    }

    private static NextThing watched(Timing timing, String href, int minutes) {
        Instant at = NOW.plus(Duration.ofMinutes(minutes));
        return new NextThing(timing, at, at, "Somebody", "Something", "Go", href, true);
    }

    private static NextThing thing(Timing timing, String href, int minutes) {
        return new NextThing(timing, NOW.plus(Duration.ofMinutes(minutes)), "Somebody", "Something", "Go", href);
    }
}
