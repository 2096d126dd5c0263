package org.threeshift.core.retention;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.threeshift.core.outage.Outage;

/** Lets every feature sweep. One that fails holds up no other. */
@Service
public class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int NIGHTS_KEPT = 90;

    private final List<Sweep> sweeps;
    private final SweepStore store;
    private final Outage outage;
    private final InstantSource time;

    Retention(List<Sweep> sweeps, SweepStore store, Outage outage, InstantSource time) {
        this.sweeps = sweeps.stream().sorted(Comparator.comparing(Sweep::name)).toList();
        this.store = store;
        this.outage = outage;
        this.time = time;
    }

    /** Removes what is over, and says in the log and for the admin how much that was. */
    public Swept sweep() {
        Instant now = time.instant();
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, String> failures = new TreeMap<>();
        for (Sweep sweep : sweeps) {
            try {
                counts.put(sweep.name(), sweep.sweep(now));
            } catch (RuntimeException e) {
                failures.put(sweep.name(), e.getClass().getSimpleName());
                if (!outage.causes(e)) {
                    LOG.error("The sweep of {} failed", sweep.name(), e);
                }
            }
        }
        Swept swept = new Swept(now, counts, failures);
        LOG.info("Retention removed {}", counted(counts));
        if (!failures.isEmpty()) {
            LOG.warn("Retention did not get to {}; the next night tries again", String.join(", ", failures.keySet()));
        }
        store.add(swept);
        store.removeAllBut(NIGHTS_KEPT);
        return swept;
    }

    /** The last night's. */
    public Optional<Swept> last() {
        return store.last();
    }

    private static String counted(Map<String, Integer> counts) {
        String some = counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return some.isEmpty() ? "nothing" : some;
    }
}
