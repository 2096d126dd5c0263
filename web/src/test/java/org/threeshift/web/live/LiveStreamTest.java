package org.threeshift.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class LiveStreamTest {
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicBoolean signedIn = new AtomicBoolean(true);
    private final AtomicBoolean away = new AtomicBoolean();
    private final LiveStream stream = new LiveStream(_ -> looks.incrementAndGet(), this::signedIn, () -> now);

    private boolean signedIn() {
        asked.incrementAndGet();
        if (away.get()) {
            throw new DataAccessResourceFailureException("The line is cut");
        }
        return signedIn.get();
    }

    private void lookAfter(Duration span) {
        now = now.plus(span);
        stream.look();
    }

    @Test
    void the_sign_in_is_asked_for_at_a_look_and_at_most_every_ten_seconds() {
        stream.open(Duration.ofSeconds(1), () -> {});
        lookAfter(Duration.ofSeconds(9));
        assertThat(asked).hasValue(0);
        lookAfter(Duration.ofSeconds(1));
        lookAfter(Duration.ofSeconds(1));
        assertThat(asked).hasValue(1);
        assertThat(looks).hasValue(4);
    }

    @Test
    void a_line_ends_with_the_sign_in_before_anything_more_is_told() {
        stream.open(Duration.ofSeconds(1), () -> {});
        signedIn.set(false);
        lookAfter(Duration.ofSeconds(10));
        assertThat(looks).hasValue(1);
        lookAfter(Duration.ofSeconds(1));
        assertThat(looks).as("nothing is told after the end").hasValue(1);
    }

    @Test
    void a_line_on_which_nothing_happens_ends_with_the_sign_in_too() {
        stream.open(Duration.ofSeconds(1), () -> {});
        now = now.plus(Duration.ofSeconds(10));
        stream.askWhoIsThere();
        assertThat(looks).as("no look is taken for that").hasValue(1);
        signedIn.set(false);
        now = now.plus(Duration.ofSeconds(10));
        stream.askWhoIsThere();
        lookAfter(Duration.ofSeconds(1));
        assertThat(looks).as("nothing is told after the end").hasValue(1);
        assertThat(asked).hasValue(2);
    }

    @Test
    void while_nobody_can_say_whether_they_are_signed_in_nothing_is_told_and_the_line_stands() {
        stream.open(Duration.ofSeconds(1), () -> {});
        away.set(true);
        lookAfter(Duration.ofSeconds(10));
        assertThat(looks).hasValue(1);
        away.set(false);
        lookAfter(Duration.ofSeconds(1));
        assertThat(looks).hasValue(2);
    }
}
