package org.threeshift.web.push;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.threeshift.core.outage.Outage;
import org.threeshift.core.push.PushPosted;
import org.threeshift.web.jobs.Jobs;

/** Lets a message leave for devices as soon as its transaction is committed. */
@Component
final class PushBell {
    private final Jobs jobs;
    private final Outage outage;

    PushBell(Jobs jobs, Outage outage) {
        this.jobs = jobs;
        this.outage = outage;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void posted(PushPosted event) {
        Thread.ofVirtual().name("push-bell").start(this::ring);
    }

    /** On a thread of its own: what was posted is committed, and nobody waits for it. */
    private void ring() {
        try {
            jobs.soon(PushConfiguration.JOB);
        } catch (RuntimeException e) {
            if (!outage.causes(e)) {
                throw e;
            }
        }
    }
}
