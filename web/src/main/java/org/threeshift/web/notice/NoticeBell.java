package org.threeshift.web.notice;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.threeshift.core.notice.NoticePosted;
import org.threeshift.core.outage.Outage;
import org.threeshift.web.jobs.Jobs;

/** Lets a notice that is due be told as soon as its transaction is committed. */
@Component
final class NoticeBell {
    private final Jobs jobs;
    private final Outage outage;

    NoticeBell(Jobs jobs, Outage outage) {
        this.jobs = jobs;
        this.outage = outage;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void posted(NoticePosted event) {
        Thread.ofVirtual().name("notice-bell").start(this::ring);
    }

    /** On a thread of its own: what was posted is committed, and nobody waits for it. */
    private void ring() {
        try {
            jobs.soon(NoticeJob.JOB);
        } catch (RuntimeException e) {
            if (!outage.causes(e)) {
                throw e;
            }
        }
    }
}
