package org.threeshift.web.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WeekTest {
    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
    private static final Instant FREE = Instant.parse("2026-12-31T08:00:00Z");

    @Test
    void a_day_of_another_year_says_which() {
        assertThat(week("").days()).extracting(Week.Day::label).contains("Thu 31 Dec", "Fri 1 Jan 2027");
    }

    @Test
    void weeks_that_are_over_and_those_that_nobody_can_book_yet_lead_to_the_first_free_hour() {
        LocalDate first = LocalDate.of(2026, 12, 28);
        assertThat(week("2126-01-01").monday()).isEqualTo(first);
        assertThat(week("2026-01-01").monday()).isEqualTo(first);
        assertThat(week("2027-01-05").monday()).isEqualTo(LocalDate.of(2027, 1, 4));
    }

    private static Week week(String wanted) {
        return Week.of(
                List.of(FREE), wanted, ZoneId.of("Europe/Berlin"), "/book/x", "/book/x/hour", NOW, Locale.ENGLISH);
    }
}
