package org.threeshift.core.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "Europe/Kyiv, Kyiv",
        "America/Argentina/Buenos_Aires, Buenos Aires",
        "America/Port-au-Prince, Port-au-Prince",
        "Australia/Lord_Howe, Lord Howe",
        "UTC, Coordinated Universal Time",
        "+02:00, +02:00"
    })
    void a_place_is_called_by_its_city_where_it_has_one(String zone, String called) {
        assertThat(Words.place(ZoneId.of(zone))).isEqualTo(called);
    }

    @ParameterizedTest
    @EnumSource(Became.class)
    void whatever_became_of_an_hour_is_said_with_the_hour_that_was_meant(Became became) {
        String meant = Words.clock(LocalDateTime.parse("2027-01-10T00:30"));
        assertThat(meant).isEqualTo("Sunday 10 January, 00:30");
        assertThat(Words.sentence(became.key(), meant, "?")).contains(meant).doesNotContain("{");
    }

    @Test
    void the_log_says_where_the_clocks_change() {
        assertThat(Words.sentence("reason", "Kyiv")).startsWith("The clocks in Kyiv will be changed");
    }
}
