package org.threeshift.web.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PageFormTest {
    @Test
    void changes_that_end_before_bookings_do_are_noticed() {
        assertThat(form("24", "48").changesEndBeforeBooking()).isTrue();
        assertThat(form("24", "24").changesEndBeforeBooking()).isFalse();
        assertThat(form("24", "").changesEndBeforeBooking()).isFalse();
    }

    private static PageForm form(String notice, String change) {
        return PageForm.typed(Map.of("notice", notice, "change", change));
    }
}
