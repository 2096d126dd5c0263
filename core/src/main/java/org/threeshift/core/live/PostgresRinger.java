package org.threeshift.core.live;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other nodes. Rings of a few milliseconds go out as one, on a connection of their own: a notification inside a
 * business transaction would make all commits of the cluster take turns.
 */
final class PostgresRinger implements Runnable {
    static final String NAME = "threeshift bell ringer";
    private static final Logger LOG = LoggerFactory.getLogger(PostgresRinger.class);
    private static final long COALESCED_MILLIS = 5;
    /** A line that is dead without a word would keep all later rings waiting. */
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);

    private final PostgresLine line;
    private final UUID node;
    private final BlockingQueue<UUID> rung = new LinkedBlockingQueue<>();
    private @Nullable Connection connection;

    PostgresRinger(PostgresLine line, UUID node) {
        this.line = line;
        this.node = node;
    }

    void ring(UUID topic) {
        rung.add(topic);
    }

    /** Until interrupted; what was rung by then goes out. */
    @Override
    public void run() {
        Set<UUID> topics = new LinkedHashSet<>();
        int failures = 0;
        try {
            while (true) {
                if (topics.isEmpty()) {
                    topics.add(rung.take());
                }
                Thread.sleep(
                        failures == 0
                                ? COALESCED_MILLIS
                                : PostgresLine.pauseAfter(failures).toMillis());
                rung.drainTo(topics);
                failures = sent(topics) ? 0 : failures + 1;
            }
        } catch (InterruptedException e) {
            rung.drainTo(topics);
            sent(topics);
        } finally {
            hangUp();
        }
    }

    /** Whether all went out; if so, they are taken off the set. */
    private boolean sent(Set<UUID> topics) {
        try {
            if (!topics.isEmpty()) {
                send(topics);
                topics.clear();
            }
            return true;
        } catch (SQLException e) {
            LOG.warn("The bell cannot ring on other nodes and tries again: {}", e.getMessage());
            hangUp();
            return false;
        }
    }

    private void send(Collection<UUID> topics) throws SQLException {
        if (connection == null) {
            connection = line.open(NAME, ANSWERS_WITHIN);
        }
        String[] payloads = PostgresRing.of(node, topics).stream()
                .map(PostgresRing::payload)
                .toArray(String[]::new);
        try (PreparedStatement notify =
                connection.prepareStatement("select pg_notify(?, payload) from unnest(?) as payload")) {
            notify.setString(1, PostgresLine.CHANNEL);
            notify.setArray(2, connection.createArrayOf("text", payloads));
            notify.execute();
        }
    }

    private void hangUp() {
        Connection closing = connection;
        connection = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (SQLException e) {
                LOG.debug("The bell's connection was gone already", e);
            }
        }
    }
}
