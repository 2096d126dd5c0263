package org.threeshift.web.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long something took, many times. */
final class Latencies {
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(Duration took) {
        nanos.add(took.toNanos());
    }

    /** As if the stopwatch had been started at a moment of {@link System#nanoTime}. */
    void since(long start) {
        nanos.add(System.nanoTime() - start);
    }

    int count() {
        return nanos.size();
    }

    /**
     * The smallest that is not exceeded by a share of all, in milliseconds; the nearest rank, so always one that was measured.
     *
     * @param share 0.5 for the median
     */
    double millis(double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / 1e6;
    }

    double mostMillis() {
        return Arrays.stream(nanos.stream().mapToLong(Long::longValue).toArray())
                        .max()
                        .orElse(0)
                / 1e6;
    }

    /** Cells of a table: median, p95, p99, the longest, and how many. */
    String cells() {
        return count() == 0
                ? "– | – | – | – | 0"
                : String.format(
                        Locale.ROOT,
                        "%.1f ms | %.1f ms | %.1f ms | %.1f ms | %,d",
                        millis(0.5),
                        millis(0.95),
                        millis(0.99),
                        mostMillis(),
                        count());
    }
}
