package org.threeshift.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneNamesTest {
    @ParameterizedTest
    @CsvSource({
        "Asia/Calcutta, Asia/Kolkata",
        "Europe/Kiev, Europe/Kyiv",
        "America/Buenos_Aires, America/Argentina/Buenos_Aires",
        "Etc/UTC, UTC"
    })
    void a_place_stands_once_in_the_list_and_is_known_by_its_old_name(String old, String now) {
        assertThat(ZoneNames.now(old)).isEqualTo(now);
        assertThat(ZoneNames.before(now)).contains(old);
        assertThat(ZoneNames.all()).doesNotContain(old);
        assertThat(Entry.zoneOf(old)).contains(ZoneId.of(now));
    }

    @Test
    void every_old_name_has_the_clock_of_the_new_one() {
        for (String name : ZoneNames.all()) {
            for (String old : ZoneNames.before(name)) {
                assertThat(ZoneId.of(old).getRules())
                        .as(old)
                        .isEqualTo(ZoneId.of(name).getRules());
            }
        }
    }

    @Test
    void what_is_no_old_name_stays() {
        assertThat(ZoneNames.now("Europe/Berlin")).isEqualTo("Europe/Berlin");
        assertThat(ZoneNames.now("Mars/Base")).isEqualTo("Mars/Base");
        assertThat(ZoneNames.all()).contains("Europe/Berlin", "Europe/Copenhagen", "Asia/Kolkata");
    }
}
