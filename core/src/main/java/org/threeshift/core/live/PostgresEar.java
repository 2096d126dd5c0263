package org.threeshift.core.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what other nodes ring, on the one connection of this node that listens. */
final class PostgresEar implements Runnable {
    static final String NAME = "threeshift bell ear";
    private static final Logger LOG = LoggerFactory.getLogger(PostgresEar.class);
    /** After so long a silence, ask whether the line is still there. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(3);

    private final PostgresLine line;
    private final UUID node;
    private final Listeners listeners;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Connection connection;

    PostgresEar(PostgresLine line, UUID node, Listeners listeners) {
        this.line = line;
        this.node = node;
        this.listeners = listeners;
    }

    /** Until {@link #stop}. */
    @Override
    public void run() {
        int failures = 0;
        while (!pausedUntilStop(failures)) {
            try (Connection opened = line.open(NAME);
                    Statement statement = opened.createStatement()) {
                connection = opened;
                statement.execute("listen " + PostgresLine.CHANNEL);
                failures = 0;
                // Whatever was rung while nobody listened here is not sent again.
                listeners.wakeAll();
                hear(opened);
            } catch (SQLException e) {
                failures++;
                if (isRunning()) {
                    LOG.warn("The bell does not hear other nodes and tries again: {}", e.getMessage());
                }
            }
        }
    }

    void stop() {
        stopped.countDown();
        Connection open = connection;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("The bell's connection was gone already", e);
            }
        }
    }

    private void hear(Connection opened) throws SQLException {
        PGConnection postgres = opened.unwrap(PGConnection.class);
        while (isRunning()) {
            PGNotification[] heard = postgres.getNotifications((int) SILENCE.toMillis());
            for (PGNotification notification : heard) {
                PostgresRing.parse(notification.getParameter()).ifPresent(this::heard);
            }
            if (heard.length == 0 && !opened.isValid((int) ANSWERS_WITHIN.toSeconds())) {
                throw new SQLException("The connection has died in silence");
            }
        }
    }

    private void heard(PostgresRing ring) {
        if (!ring.node().equals(node)) {
            ring.topics().forEach(listeners::wake);
        }
    }

    private boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private boolean pausedUntilStop(int failures) {
        long pause = failures == 0 ? 0 : PostgresLine.pauseAfter(failures).toMillis();
        try {
            return stopped.await(pause, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
