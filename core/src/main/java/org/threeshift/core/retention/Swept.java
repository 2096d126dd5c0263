package org.threeshift.core.retention;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a night's sweeps took away.
 *
 * @param counts   how many things, by the sweep's name
 * @param failures why a sweep took away nothing, by its name
 */
public record Swept(Instant at, SortedMap<String, Integer> counts, SortedMap<String, String> failures) {
    public Swept(Instant at, Map<String, Integer> counts, Map<String, String> failures) {
        this(
                at,
                Collections.unmodifiableSortedMap(new TreeMap<>(counts)),
                Collections.unmodifiableSortedMap(new TreeMap<>(failures)));
    }
}
