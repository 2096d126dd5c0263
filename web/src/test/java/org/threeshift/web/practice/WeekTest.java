package org.threeshift.web.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.hours.Window;

class WeekTest {
    @Test
    void a_week_shows_days_with_hours_and_counts_them_over_midnight() {
        Week week = Week.of(new WeeklyHours(
                ZoneId.of("UTC"),
                List.of(
                        new Window(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(10, 30)),
                        new Window(DayOfWeek.MONDAY, LocalTime.of(22, 0), LocalTime.of(1, 0)),
                        new Window(DayOfWeek.FRIDAY, LocalTime.of(20, 0), LocalTime.MIDNIGHT),
                        new Window(DayOfWeek.SUNDAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)),
                List.of()));
        assertThat(week.days())
                .containsExactly(
                        new Week.Day(DayOfWeek.MONDAY, "09:00–10:30, 22:00–01:00"),
                        new Week.Day(DayOfWeek.FRIDAY, "20:00–00:00"),
                        new Week.Day(DayOfWeek.SUNDAY, "00:00–00:00"));
        assertThat(week.minutes()).isEqualTo(90 + 180 + 240 + 24 * 60);
    }
}
