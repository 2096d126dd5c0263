package org.threeshift.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/** Says honestly how long somebody has to wait who tried too often. */
public final class Patience {
    private static final String LEFT = Patience.class.getName();

    private Patience() {}

    /** Tells the browser, and the page that is shown instead. */
    public static void ask(Duration left, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(left)));
        request.setAttribute(LEFT, left);
    }

    /** As in "There were too many tries. Wait 40 seconds, then try again." */
    public static String sentence(Duration left, Texts texts) {
        long seconds = seconds(left);
        return seconds < 100
                ? texts.text("page.wait.seconds", seconds)
                : texts.text("page.wait.minutes", (seconds + 59) / 60);
    }

    /** What was said by {@link #ask}, or otherwise a sentence without a time. */
    static String sentence(HttpServletRequest request, Texts texts) {
        return request.getAttribute(LEFT) instanceof Duration left
                ? sentence(left, texts)
                : texts.text("error.too-often.sentence");
    }

    /** Rounded up: a browser that comes then comes late enough. */
    private static long seconds(Duration left) {
        return Math.max(1, left.plusMillis(999).toSeconds());
    }
}
