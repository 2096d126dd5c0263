package org.threeshift.core.live;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threeshift.core.id.Ids;

/**
 * The bell of a cluster: PostgreSQL carries the rings from node to node. On the node that rang it is heard at once. A
 * command that runs beside the application is no node and has none.
 */
@Component
@Profile("!beside")
final class PostgresBell implements Bell, SmartLifecycle {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final PostgresLine line;
    private final UUID node;
    private final Listeners listeners =
            new Listeners(task -> Thread.ofVirtual().name("bell listener").start(task));
    private final PostgresRinger ringer;
    private volatile @Nullable Running running;

    @Autowired
    PostgresBell(JdbcConnectionDetails database, Ids ids) {
        this(
                new PostgresLine(
                        database.getJdbcUrl(),
                        java.util.Objects.requireNonNullElse(database.getUsername(), ""),
                        java.util.Objects.requireNonNullElse(database.getPassword(), "")),
                ids.next());
    }

    /** @param node different on each node, so that a node does not wake itself twice */
    PostgresBell(PostgresLine line, UUID node) {
        this.line = line;
        this.node = node;
        this.ringer = new PostgresRinger(line, node);
    }

    @Override
    public void ring(UUID topic) {
        listeners.wake(topic);
        ringer.ring(topic);
    }

    @Override
    public Listening listen(UUID topic, Runnable listener) {
        return listeners.add(topic, listener);
    }

    /** Returns at once; the connections follow, also when the database comes later. */
    @Override
    public void start() {
        PostgresEar ear = new PostgresEar(line, node, listeners);
        running = new Running(
                ear,
                Thread.ofPlatform().daemon().name(PostgresEar.NAME).start(ear),
                Thread.ofPlatform().daemon().name(PostgresRinger.NAME).start(ringer));
    }

    @Override
    public void stop() {
        Running now = running;
        if (now != null) {
            running = null;
            now.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** Rings before requests come in, and until the last one is answered. */
    @Override
    public int getPhase() {
        return 0;
    }

    private record Running(PostgresEar ear, Thread hearing, Thread ringing) {
        void stop() {
            ear.stop();
            ringing.interrupt();
            try {
                hearing.join(STOP_WITHIN);
                ringing.join(STOP_WITHIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
