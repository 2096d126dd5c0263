package org.threeshift.web.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people are to be told is found in several ways, of which none waits for another. */
class NoticeJobTest {
    private final List<String> done = new ArrayList<>();

    @Test
    void what_fails_keeps_nothing_after_it_from_being_done_and_is_told() {
        assertThatThrownBy(() -> NoticeJob.each(
                        List.of(fails("news"), () -> done.add("invitees"), fails("delivery"), () -> done.add("last"))))
                .hasMessage("news")
                .satisfies(first -> assertThat(first.getSuppressed()).hasSize(1));
        assertThat(done).containsExactly("invitees", "last");
    }

    @Test
    void what_does_not_fail_is_done_in_its_order() {
        NoticeJob.each(List.of(() -> done.add("news"), () -> done.add("invitees")));
        assertThat(done).containsExactly("news", "invitees");
    }

    private static Runnable fails(String message) {
        return () -> {
            throw new IllegalStateException(message);
        };
    }
}
