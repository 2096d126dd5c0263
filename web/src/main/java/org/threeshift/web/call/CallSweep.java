package org.threeshift.web.call;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.threeshift.core.call.Calls;

/** The node's clock for what is over in calls. Every node has one: whoever is left in a call is told within seconds. */
@Component
final class CallSweep {
    private static final Logger log = LoggerFactory.getLogger(CallSweep.class);
    private static final Duration PAUSE = Duration.ofSeconds(4);

    private final Calls calls;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("call-sweep").factory());

    @SuppressWarnings("FutureReturnValueIgnored") // it sweeps until the executor stops
    CallSweep(Calls calls) {
        this.calls = calls;
        clock.scheduleWithFixedDelay(this::sweep, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        clock.shutdownNow();
    }

    private void sweep() {
        try {
            calls.sweep();
        } catch (DataAccessException e) {
            log.debug("The database does not answer; the next sweep will be as good", e);
        } catch (RuntimeException e) {
            log.warn("Calls were not swept; the next sweep may do better", e);
        }
    }
}
