package org.threeshift.web.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    @Test
    void days_that_are_over_are_no_part_of_a_week_and_weeks_that_are_lead_on() {
        assertThat(at("2026-12-01", Optional.empty()).days())
                .extracting(Week.Day::date)
                .first()
                .isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(at("2026-11-30", Optional.empty()).days()).hasSize(6);
        assertThat(at("2026-11-29", Optional.empty()).monday()).isEqualTo(LocalDate.of(2026, 12, 28));
    }

    @Test
    void beside_each_hour_stands_the_others_and_whether_it_is_night_there() {
        assertThat(there("2026-12-31T08:00:00Z", "America/St_Johns")).contains(new Theirs("04:30", true, false));
        assertThat(there("2026-12-31T10:30:00Z", "America/St_Johns")).contains(new Theirs("07:00", false, false));
        assertThat(there("2026-12-31T12:59:00Z", "Asia/Tokyo")).contains(new Theirs("21:59", false, false));
        assertThat(there("2026-12-31T13:00:00Z", "Asia/Tokyo")).contains(new Theirs("22:00", true, false));
        assertThat(there("2026-12-31T16:00:00Z", "Asia/Tokyo")).contains(new Theirs("Fri 01:00", true, false));
    }

    @Test
    void whose_clock_shows_the_same_needs_no_second_one_unless_it_is_night() {
        assertThat(there("2026-12-31T08:00:00Z", "Europe/Paris")).isEmpty();
        assertThat(there("2026-12-31T05:30:00Z", "Europe/Paris")).contains(new Theirs("06:30", true, true));
        assertThat(at("", Optional.empty()).elsewhere()).isFalse();
        assertThat(at("", Optional.of(ZoneId.of("Asia/Tokyo"))).elsewhere()).isTrue();
        assertThat(at("", Optional.of(ZoneId.of("Asia/Tokyo"))).nights()).isFalse();
        assertThat(at("", Optional.of(ZoneId.of("America/St_Johns"))).nights()).isTrue();
    }

    private static Optional<Theirs> there(String start, String zone) {
        return week(List.of(Instant.parse(start)), "", Optional.of(ZoneId.of(zone))).days().stream()
                .flatMap(day -> day.hours().stream())
                .map(Week.Hour::there)
                .findFirst()
                .orElseThrow();
    }

    private static Week at(String wanted, Optional<ZoneId> other) {
        return week(List.of(FREE), wanted, other);
    }

    private static Week week(List<Instant> free, String wanted, Optional<ZoneId> other) {
        return Week.of(free, wanted, ZoneId.of("Europe/Berlin"), "/book/x", "/book/x/hour", NOW, Locale.ENGLISH, other);
    }

    private static Week week(String wanted) {
        return Week.of(
                List.of(FREE), wanted, ZoneId.of("Europe/Berlin"), "/book/x", "/book/x/hour", NOW, Locale.ENGLISH);
    }
}
