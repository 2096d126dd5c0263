package org.threeshift.web.pairs;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.threeshift.core.live.Bell;
import org.threeshift.core.pairs.LineMoved;

/** Rings for whoever waits, on whichever node their pages are. */
@Component
final class LineBell {
    private final Bell bell;

    LineBell(Bell bell) {
        this.bell = bell;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void moved(LineMoved moved) {
        bell.ring(LineMoved.TOPIC);
    }
}
