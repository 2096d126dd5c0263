package org.threeshift.web.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Candidates open their scorecards, one page after the other. */
final class ScorecardLoad {
    private final Browser browser;
    private final List<Scenery.Closed> scorecards;

    ScorecardLoad(Browser browser, List<Scenery.Closed> scorecards) {
        this.browser = browser;
        this.scorecards = List.copyOf(scorecards);
    }

    /** @param readers at once, each asking again as soon as it has its page */
    Latencies run(int readers, Duration length) {
        var latencies = new Latencies();
        var turn = new AtomicInteger();
        long end = System.nanoTime() + length.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int reader = 0; reader < readers; reader++) {
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        read(scorecards.get(Math.floorMod(turn.getAndIncrement(), scorecards.size())), latencies);
                    }
                });
            }
        }
        return latencies;
    }

    /** PDFs, one after the other. A person gets some twenty of them in a row, see {@code Throttle.Kind.PAPER}. */
    Latencies papers(int times) {
        var latencies = new Latencies();
        for (int time = 0; time < times; time++) {
            get(scorecards.get(time % scorecards.size()), "/pdf", latencies);
        }
        return latencies;
    }

    private void read(Scenery.Closed scorecard, Latencies latencies) {
        get(scorecard, "", latencies);
    }

    private void get(Scenery.Closed scorecard, String form, Latencies latencies) {
        long start = System.nanoTime();
        Browser.Answer page = browser.get("/scorecards/" + scorecard.interview() + form, scorecard.cookie());
        latencies.since(start);
        if (page.status() != 200) {
            throw new IllegalStateException("The scorecard answers " + page.status());
        }
    }
}
