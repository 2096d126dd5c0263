package org.threeshift.web.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import org.threeshift.web.browser.Chromium;

/**
 * One interviewer with two screens, and a candidate, in a real browser. Each page notes by its own clock when a key came down
 * and when what is watched changed; on one machine the clocks of pages are one.
 */
final class BrowserPair {
    /** The round has seven; the first lies on the table from the beginning. */
    private static final int QUESTIONS_TO_POSE = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WATCH = """
            ([selector, attribute]) => {
              const now = () => performance.timeOrigin + performance.now();
              const value = () => {
                const watched = document.querySelector(selector);
                return attribute ? watched?.getAttribute(attribute) : watched?.textContent;
              };
              let before = value();
              window.changedAt = 0;
              window.keyAt = 0;
              document.addEventListener('keydown', () => { window.keyAt = now(); window.changedAt = 0; }, true);
              new MutationObserver(() => {
                const after = value();
                if (after !== before && !window.changedAt) window.changedAt = now();
                before = after;
              }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
            }""";

    /** Key down to the line that says "Saved". */
    final Latencies saved = new Latencies();
    /** Key down to the same interviewer's other screen. */
    final Latencies seen = new Latencies();
    /** Key down to the candidate's screen. */
    final Latencies posed = new Latencies();

    BrowserPair run(Product product, Scenery.Live live) {
        try (Chromium chromium = Chromium.start()) {
            Page console = page(chromium, product, live.hostCookie());
            Page other = page(chromium, product, live.hostCookie());
            Page room = page(chromium, product, live.candidateCookie());
            String path = "/console/interviews/" + live.interview();
            console.navigate(product.address() + path);
            other.navigate(product.address() + path);
            room.navigate(product.address() + "/room/" + live.interview());
            console.waitForSelector("interview-console[data-phase=LIVE] .scale");
            other.waitForSelector("interview-console[data-phase=LIVE] .scale");
            room.waitForSelector("#stage");
            console.evaluate(WATCH, List.of("interview-saved .saved", ""));
            // Every push brings the server's time along.
            other.evaluate(WATCH, List.of("interview-console", "server-now"));
            room.evaluate(WATCH, List.of("#stage", "data-version"));
            for (int round = 1; round <= QUESTIONS_TO_POSE * 4; round++) {
                double level = press(console, other, round % 2 == 0 ? "2" : "4");
                saved.add(between(level, changed(console)));
                seen.add(between(level, changed(other)));
                if (round % 4 == 0) {
                    double question = press(console, room, "]");
                    posed.add(between(question, changed(room)));
                }
            }
        }
        return this;
    }

    private static Page page(Chromium chromium, Product product, String cookie) {
        BrowserContext somebody = chromium.somebody();
        String[] parts = cookie.split("=", 2);
        somebody.addCookies(List.of(new Cookie(parts[0], parts[1]).setUrl(product.address())));
        return somebody.newPage();
    }

    private static double press(Page page, Page elsewhere, String key) {
        // The saved line names the second: within one it would not change.
        page.waitForTimeout(1_100);
        elsewhere.evaluate("() => { window.changedAt = 0; }");
        page.keyboard().press(key);
        changed(page);
        changed(elsewhere);
        return number(page, "window.keyAt");
    }

    /** Asks by itself: a page that lies behind another draws no frames, and Playwright's own waiting counts frames. */
    private static double changed(Page page) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        double at = number(page, "window.changedAt");
        while (at == 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Nothing changes on " + page.url());
            }
            page.waitForTimeout(20);
            at = number(page, "window.changedAt");
        }
        return at;
    }

    private static double number(Page page, String name) {
        return ((Number) page.evaluate("() => " + name)).doubleValue();
    }

    private static Duration between(double start, double end) {
        return Duration.ofNanos(Math.round((end - start) * 1e6));
    }
}
