package org.threeshift.web.jobs;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once in a while that the scheduler cannot do its work, which is so while the database is away: its own log would hold a
 * stack trace for each try and is off.
 */
final class Trouble extends AbstractSchedulerListener {
    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);
    private static final Duration SAID_AGAIN_AFTER = Duration.ofMinutes(5);

    private final InstantSource time;
    private final AtomicReference<Instant> said = new AtomicReference<>(Instant.EPOCH);

    Trouble(InstantSource time) {
        this.time = time;
    }

    @Override
    public void onSchedulerEvent(SchedulerEventType type) {
        switch (type) {
            case UNEXPECTED_ERROR, FAILED_HEARTBEAT, COMPLETIONHANDLER_ERROR, FAILUREHANDLER_ERROR -> say();
            default -> {}
        }
    }

    private void say() {
        Instant now = time.instant();
        Instant before = said.get();
        if (before.plus(SAID_AGAIN_AFTER).isBefore(now) && said.compareAndSet(before, now)) {
            LOG.warn("Jobs cannot reach the database, and go on when it is back");
        }
    }
}
