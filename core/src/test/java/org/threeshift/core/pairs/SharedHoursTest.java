package org.threeshift.core.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;

class SharedHoursTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final Span PRESENT = Span.of(MONDAY.plus(Duration.ofHours(9)), Duration.ofMinutes(60));

    @Test
    void at_most_eight_and_two_of_a_day_however_much_is_free() {
        Spans week = Spans.of(Span.of(MONDAY, Duration.ofDays(7)));
        List<Span> chosen = SharedHours.chosen(week, PRESENT, UTC);
        assertThat(chosen).hasSize(SharedHours.MOST).isSorted().doesNotHaveDuplicates();
        assertThat(chosen.stream()
                        .collect(Collectors.groupingBy(
                                hour -> LocalDate.ofInstant(hour.from(), UTC), Collectors.counting()))
                        .values())
                .allMatch(count -> count <= SharedHours.MOST_A_DAY);
    }

    @Test
    void all_of_it_lies_in_what_is_free_and_none_overlaps_another() {
        Spans free = Spans.of(IntStream.range(0, 5)
                .mapToObj(day -> Span.of(MONDAY.plus(Duration.ofHours(24L * day + 17)), Duration.ofMinutes(100)))
                .toList());
        List<Span> chosen = SharedHours.chosen(free, PRESENT, UTC);
        assertThat(chosen)
                .hasSize(5)
                .allMatch(free::contains)
                .allMatch(hour -> hour.length().toMinutes() == 60);
    }

    @Test
    void the_hour_that_they_have_is_none_to_move_to() {
        assertThat(SharedHours.chosen(Spans.of(PRESENT), PRESENT, UTC)).isEmpty();
        assertThat(SharedHours.chosen(Spans.NONE, PRESENT, UTC)).isEmpty();
    }
}
