package org.threeshift.core.export;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.threeshift.core.retention.Sweep;

/** Finished exports that nobody fetched in time. */
@Component
final class ExportSweep implements Sweep {
    private final ExportStore store;

    ExportSweep(ExportStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "data-exports";
    }

    @Override
    public int sweep(Instant now) {
        return store.deleteOver(now);
    }
}
