package org.threeshift.core.pairs;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.threeshift.core.pairs.model.PairCommand;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.relations.BlockHeard;

/** Whoever is blocked is in no pair with whoever blocked them, and does not learn why nothing came of it. */
@Component
class PairBlocks implements BlockHeard {
    private final PostgresPairs store;
    private final PairChanges changes;
    private final InstantSource time;

    PairBlocks(PostgresPairs store, PairChanges changes, InstantSource time) {
        this.store = store;
        this.changes = changes;
        this.time = time;
    }

    @Override
    public void blocked(PersonId by, PersonId other) {
        store.between(by, other)
                .forEach(row -> changes.send(
                        row.pair().id(),
                        new PairCommand.Separate(by),
                        "",
                        time.instant().truncatedTo(ChronoUnit.MICROS)));
    }
}
