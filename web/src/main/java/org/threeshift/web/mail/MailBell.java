package org.threeshift.web.mail;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.threeshift.core.mail.MailPosted;
import org.threeshift.core.outage.Outage;
import org.threeshift.web.jobs.Jobs;

/** Lets a message go out as soon as its transaction is committed. */
@Component
final class MailBell {
    private final MailServer server;
    private final Jobs jobs;
    private final Outage outage;

    MailBell(MailServer server, Jobs jobs, Outage outage) {
        this.server = server;
        this.jobs = jobs;
        this.outage = outage;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void posted(MailPosted event) {
        if (server.configured()) {
            Thread.ofVirtual().name("mail-bell").start(this::ring);
        }
    }

    /** On a thread of its own: what was posted is committed, and nobody waits for the post. */
    private void ring() {
        try {
            jobs.soon(MailConfiguration.JOB);
        } catch (RuntimeException e) {
            if (!outage.causes(e)) {
                throw e;
            }
        }
    }
}
