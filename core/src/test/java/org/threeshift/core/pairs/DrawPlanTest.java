package org.threeshift.core.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DrawPlanTest {
    private static final DrawPlan SUNDAY =
            new DrawPlan(DayOfWeek.SUNDAY, LocalTime.of(18, 0), ZoneId.of("Europe/Berlin"));

    @Test
    void it_is_held_on_the_day_by_the_wall_clock() {
        Instant wednesday = Instant.parse("2026-11-25T12:00:00Z");
        assertThat(SUNDAY.next(wednesday)).isEqualTo("2026-11-29T17:00:00Z");
        assertThat(SUNDAY.last(wednesday)).isEqualTo("2026-11-22T17:00:00Z");
    }

    @Test
    void on_the_day_itself_the_clock_decides_whether_it_was_held() {
        Instant due = Instant.parse("2026-11-29T17:00:00Z");
        assertThat(SUNDAY.last(due)).isEqualTo(due);
        assertThat(SUNDAY.next(due)).isEqualTo(due.plus(Duration.ofDays(7)));
        assertThat(SUNDAY.last(due.minusNanos(1))).isEqualTo(due.minus(Duration.ofDays(7)));
        assertThat(SUNDAY.next(due.minusNanos(1))).isEqualTo(due);
    }

    @Test
    void it_stays_at_its_hour_when_clocks_change() {
        Instant before = Instant.parse("2026-10-20T12:00:00Z");
        assertThat(SUNDAY.last(before)).isEqualTo("2026-10-18T16:00:00Z");
        assertThat(SUNDAY.next(before)).isEqualTo("2026-10-25T17:00:00Z");
    }

    @Test
    void a_time_that_is_left_out_comes_later_and_one_that_comes_twice_comes_first() {
        var night = new DrawPlan(DayOfWeek.SUNDAY, LocalTime.of(2, 30), ZoneId.of("Europe/Berlin"));
        assertThat(night.next(Instant.parse("2026-03-28T12:00:00Z"))).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(night.next(Instant.parse("2026-10-24T12:00:00Z"))).isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void weeks_of_draws_meet_and_nobody_is_asked_about_an_hour_too_near() {
        Instant drawn = Instant.parse("2026-11-22T17:00:00Z");
        assertThat(DrawPlan.week(drawn).from()).isEqualTo("2026-11-24T05:00:00Z");
        assertThat(DrawPlan.week(drawn).until())
                .isEqualTo(DrawPlan.week(drawn.plus(Duration.ofDays(7))).from());
    }

    @Test
    void a_plan_asks_for_nothing_before_it_was_decided() {
        Instant now = Instant.parse("2026-11-29T18:00:00Z");
        Instant due = Instant.parse("2026-11-29T17:00:00Z");
        Duration day = Duration.ofDays(1);
        assertThat(SUNDAY.due(now, Instant.EPOCH, day)).contains(due);
        assertThat(SUNDAY.due(now, due.minusSeconds(1), day)).contains(due);
        assertThat(SUNDAY.due(now, due, day)).isEmpty();
        assertThat(SUNDAY.due(now, now.minusSeconds(60), day)).isEmpty();
        assertThat(SUNDAY.due(now.plus(day), Instant.EPOCH, day)).as("too late").isEmpty();
    }
}
