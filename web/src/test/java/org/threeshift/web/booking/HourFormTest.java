package org.threeshift.web.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.threeshift.core.booking.Refusal;

class HourFormTest {
    private final HourForm form = new HourForm(
            Optional.of(Instant.EPOCH),
            Optional.of(Instant.EPOCH),
            ZoneId.of("Asia/Tokyo"),
            "an id",
            List.of("Head of brand"));

    @Test
    void an_hour_is_asked_for_when_none_was_chosen_or_it_cannot_be_had_and_what_was_typed_stays() {
        assertThat(form.asks()).isFalse();
        assertThat(form.wrong(Map.of(0, Refusal.ANSWER_MISSING)).asks()).isFalse();
        for (HourForm asking : List.of(form.refused("Taken."), form.unchosen("Choose."))) {
            assertThat(asking.asks()).isTrue();
            assertThat(asking.answer(0)).isEqualTo("Head of brand");
            assertThat(asking.answer(1)).isEmpty();
            assertThat(asking.near()).contains(Instant.EPOCH);
        }
    }
}
