package org.threeshift.web.next;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.threeshift.web.next.NextThing.Timing;

class NextThingTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void where_somebody_is_expected_stands_before_everything_else() {
        NextThing open = begins("open", 10);
        assertThat(first(waits("owed", 60), answer("pair", 5), begins("soon", 11), open))
                .isEqualTo("open");
        assertThat(open.open(NOW)).isTrue();
        assertThat(begins("soon", 11).open(NOW)).isFalse();
        assertThat(first(waits("owed", 60), thing(Timing.RUNS, "live", -20))).isEqualTo("live");
    }

    @Test
    void what_comes_within_the_hour_stands_before_debts_and_those_before_the_rest() {
        assertThat(first(waits("owed", 60), begins("soon", 60))).isEqualTo("soon");
        assertThat(first(waits("owed", 60), begins("later", 61))).isEqualTo("owed");
        assertThat(first(begins("later", 300), answer("pair", 900))).isEqualTo("pair");
        assertThat(first(begins("tomorrow", 1_500), begins("later", 300))).isEqualTo("later");
    }

    @Test
    void what_is_over_asks_for_nothing() {
        assertThat(Pressing.of(Stream.of(answer("pair", 0)), NOW).isEmpty()).isTrue();
        assertThat(Pressing.of(Stream.of(begins("never", -120)), NOW).isEmpty()).isTrue();
        assertThat(first(begins("late", -119))).isEqualTo("late");
    }

    @Test
    void it_says_when_it_changes_by_the_clock() {
        assertThat(begins("later", 300).changesAt(NOW))
                .as("it presses more within the hour")
                .contains(NOW.plus(Duration.ofHours(4)));
        assertThat(begins("soon", 30).changesAt(NOW)).contains(NOW.plus(Duration.ofMinutes(20)));
        assertThat(begins("open", 5).changesAt(NOW)).contains(NOW.plus(Duration.ofMinutes(5)));
        assertThat(answer("pair", 5).changesAt(NOW)).contains(NOW.plus(Duration.ofMinutes(5)));
        assertThat(waits("owed", 5).changesAt(NOW)).isEmpty();
        assertThat(begins("late", -10).changesAt(NOW))
                .as("it asks for nothing any more")
                .contains(NOW.plus(Duration.ofMinutes(110)));
        assertThat(thing(Timing.RUNS, "live", -10).changesAt(NOW))
                .as("nobody is expected there any more")
                .contains(NOW.plus(Duration.ofMinutes(230)));
        assertThat(thing(Timing.RUNS, "left", -240).changesAt(NOW)).isEmpty();
        assertThat(begins("soon", 30).counts(NOW)).isTrue();
        assertThat(begins("begun", 0).counts(NOW)).isFalse();
        assertThat(waits("owed", 5).counts(NOW)).isFalse();
    }

    private static String first(NextThing... all) {
        return Pressing.of(Stream.of(all), NOW).things().getFirst().href();
    }

    @Test
    void a_question_counts_down_to_its_end_and_is_about_the_hour_that_it_asks_for() {
        Instant until = NOW.plus(Duration.ofDays(1));
        Instant hour = NOW.plus(Duration.ofDays(3));
        var asked = new NextThing(Timing.ANSWER_BY, until, hour, "Somebody", "Something", "Go", "/practice/pairs/7");
        assertThat(asked.counts(NOW)).isTrue();
        assertThat(asked.changesAt(NOW)).contains(until.minus(Duration.ofHours(1)));
        assertThat(asked.when()).isEqualTo(hour);
        assertThat(asked.about(7)).isTrue();
        assertThat(asked.about(8)).isFalse();
    }

    @Test
    void what_nobody_came_to_in_ten_minutes_was_not_held_and_can_still_be_joined() {
        assertThat(thing(Timing.PLANNED, "/evenings/1", 5).open(NOW))
                .as("nothing to join yet")
                .isFalse();
        assertThat(thing(Timing.PLANNED, "/evenings/1", 5).counts(NOW)).isTrue();
        assertThat(thing(Timing.BEGINS, "/room/1", -9).overdue(NOW)).isFalse();
        assertThat(thing(Timing.BEGINS, "/room/1", -10).overdue(NOW)).isTrue();
        assertThat(thing(Timing.BEGINS, "/room/1", -10).open(NOW)).isTrue();
        assertThat(thing(Timing.RUNS, "/room/1", -10).overdue(NOW)).isFalse();
    }

    private static NextThing begins(String href, int minutes) {
        return thing(Timing.BEGINS, href, minutes);
    }

    private static NextThing answer(String href, int minutes) {
        return thing(Timing.ANSWER_BY, href, minutes);
    }

    private static NextThing waits(String href, int minutesAgo) {
        return thing(Timing.WAITS, href, -minutesAgo);
    }

    private static NextThing thing(Timing timing, String href, int minutes) {
        return new NextThing(timing, NOW.plus(Duration.ofMinutes(minutes)), "Somebody", "Something", "Go", href);
    }
}
