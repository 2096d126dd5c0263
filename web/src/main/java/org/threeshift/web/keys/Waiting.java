package org.threeshift.web.keys;

import java.time.Duration;
import org.threeshift.web.page.Texts;

/** How long somebody waits before the next try, in words. */
final class Waiting {
    private static final long MINUTE = 60;

    private Waiting() {}

    static String text(Texts texts, Duration left) {
        long seconds = Math.max(1, left.plusMillis(999).toSeconds());
        return seconds < 2 * MINUTE
                ? texts.text("keys.wait.seconds", seconds)
                : texts.text("keys.wait.minutes", (seconds + MINUTE - 1) / MINUTE);
    }
}
