package org.threeshift.web.bench;

import java.util.regex.Pattern;

/** Reads what {@code jcmd PID GC.heap_info} prints. */
final class HeapInfo {
    private static final Pattern USED = Pattern.compile("\\bused (\\d+)K");

    private HeapInfo() {}

    /** Bytes in use in all parts of the heap; classes are no part of it. */
    static long used(String printed) {
        long kilobytes = printed.lines()
                .takeWhile(line -> !line.contains("Metaspace"))
                .flatMap(line -> USED.matcher(line).results())
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        if (kilobytes == 0) {
            throw new IllegalStateException("jcmd does not tell what is in use: " + printed);
        }
        return kilobytes << 10;
    }
}
