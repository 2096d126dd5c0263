package org.threeshift.core.notes;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.threeshift.core.retention.Sweep;

/**
 * Notes in the making that nobody needs any more: those that were handed in, and those that were left over when their interview
 * was published or called off. The latter can be read by their author for a while.
 */
@Component
final class LeftDrafts implements Sweep {
    static final Duration READABLE_FOR = Duration.ofDays(30);

    private final DraftStore store;

    LeftDrafts(DraftStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "begun-notes";
    }

    @Override
    public int sweep(Instant now) {
        return store.sweep(now.minus(READABLE_FOR));
    }
}
