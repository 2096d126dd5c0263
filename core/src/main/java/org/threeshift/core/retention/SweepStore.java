package org.threeshift.core.retention;

import java.util.Optional;

/** Where the results of the nightly sweeps are kept. */
interface SweepStore {
    void add(Swept swept);

    Optional<Swept> last();

    int removeAllBut(int newest);
}
