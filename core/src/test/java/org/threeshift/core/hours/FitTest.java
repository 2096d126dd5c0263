package org.threeshift.core.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitTest {
    private static final Duration LEAST = Duration.ofMinutes(40);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 24);

    @Test
    void no_hours_and_hours_that_are_too_short_hold_nothing() {
        assertThat(week().any()).isFalse();
        assertThat(week(window(DayOfWeek.MONDAY, "18:00", "18:10")).any()).isFalse();
        assertThat(week(window(DayOfWeek.MONDAY, "18:00", "18:39")).any()).isFalse();
        assertThat(week(window(DayOfWeek.MONDAY, "18:00", "18:40")).any()).isTrue();
        assertThat(week(window(DayOfWeek.MONDAY, "00:00", "00:00")).any()).isTrue();
    }

    @Test
    void hours_that_meet_count_as_one_over_midnight_and_over_the_end_of_the_week() {
        Window late = window(DayOfWeek.SUNDAY, "23:40", "00:00");
        Window early = window(DayOfWeek.MONDAY, "00:00", "00:20");
        Window alone = window(DayOfWeek.THURSDAY, "12:00", "12:30");
        Fit fit = week(late, early, alone);
        assertThat(fit.holds(late)).isTrue();
        assertThat(fit.holds(early)).isTrue();
        assertThat(fit.holds(alone)).isFalse();
        assertThat(week(late, alone).holds(late)).isFalse();
    }

    @Test
    void a_single_day_that_is_closed_is_no_hour_and_one_that_is_open_may_be() {
        assertThat(dated(DatedWindow.closed(DAY)).any()).isFalse();
        assertThat(dated(open("09:00", "09:10")).any()).isFalse();
        assertThat(dated(DatedWindow.closed(DAY), open("09:00", "09:40")).any()).isTrue();
        assertThat(dated(open("09:00", "09:20"), open("09:20", "09:40")).holds(open("09:20", "09:40")))
                .isTrue();
    }

    private static Fit week(Window... windows) {
        return new Fit(new WeeklyHours(ZoneId.of("Europe/Berlin"), List.of(windows), List.of()), LEAST);
    }

    private static Fit dated(DatedWindow... dates) {
        return new Fit(new WeeklyHours(ZoneId.of("Asia/Kolkata"), List.of(), List.of(dates)), LEAST);
    }

    private static Window window(DayOfWeek day, String from, String until) {
        return new Window(day, LocalTime.parse(from), LocalTime.parse(until));
    }

    private static DatedWindow open(String from, String until) {
        return DatedWindow.open(DAY, LocalTime.parse(from), LocalTime.parse(until));
    }
}
