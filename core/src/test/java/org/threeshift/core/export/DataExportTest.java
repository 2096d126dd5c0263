package org.threeshift.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.export.DataExport.Standing;
import org.threeshift.core.people.PersonId;

class DataExportTest {
    private static final Instant ASKED = Instant.parse("2026-11-02T09:00:00Z");

    @Test
    void one_that_is_not_made_within_some_minutes_says_so() {
        var asked = new DataExport(
                new ExportId(new UUID(0, 1)),
                new PersonId(new UUID(0, 2)),
                ASKED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(asked.at(ASKED.plusSeconds(90))).isEqualTo(Standing.IN_THE_MAKING);
        assertThat(asked.at(ASKED.plus(Duration.ofMinutes(6)))).isEqualTo(Standing.LATE);
    }
}
