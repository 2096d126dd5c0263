package org.threeshift.web.bench;

import java.time.Duration;

/** Somebody opens one page again and again. */
record PageLoad(Browser browser, String address, String cookie) {

    Latencies run(Duration length) {
        var latencies = new Latencies();
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            Browser.Answer page = browser.get(address, cookie);
            latencies.since(start);
            if (page.status() != 200) {
                throw new IllegalStateException(address + " answers " + page.status());
            }
        }
        return latencies;
    }
}
