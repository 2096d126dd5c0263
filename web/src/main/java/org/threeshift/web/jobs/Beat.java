package org.threeshift.web.jobs;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.threeshift.core.health.Health;
import org.threeshift.core.health.Node;
import org.threeshift.core.id.Ids;
import org.threeshift.core.outage.Outage;

/** Says every few seconds that this node runs, for the admin's page. */
@Component
final class Beat implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Beat.class);

    private final Health health;
    private final Outage outage;
    private final InstantSource time;
    private final UUID id;
    private final Instant startedAt;
    private volatile @Nullable ScheduledExecutorService beating;

    Beat(Health health, Outage outage, InstantSource time, Ids ids) {
        this.health = health;
        this.outage = outage;
        this.time = time;
        this.id = ids.next();
        this.startedAt = time.instant();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with its executor, and never by an exception
    public void start() {
        ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("beat").daemon().factory());
        fresh.scheduleWithFixedDelay(
                () -> quietly(
                        () -> health.beat(new Node(id, NodeName.here(), Version.here(), startedAt, time.instant()))),
                0,
                Node.BEAT.toSeconds(),
                TimeUnit.SECONDS);
        beating = fresh;
    }

    @Override
    public void stop() {
        ScheduledExecutorService ending = beating;
        beating = null;
        if (ending != null) {
            ending.shutdownNow();
            quietly(() -> health.left(id));
        }
    }

    @Override
    public boolean isRunning() {
        return beating != null;
    }

    /** While the database is away, others say so. */
    private void quietly(Runnable saying) {
        try {
            saying.run();
        } catch (RuntimeException e) {
            if (!outage.causes(e)) {
                LOG.warn("This node cannot say that it runs: {}", e.getMessage());
            }
        }
    }
}
