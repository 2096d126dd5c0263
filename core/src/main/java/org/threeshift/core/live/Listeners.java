package org.threeshift.core.live;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who on this node watches what. A listener runs on one thread at a time; woken while it runs, it runs once more
 * afterwards, so that it never misses the last ring.
 */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final Map<UUID, Set<Watch>> watches = new ConcurrentHashMap<>();
    private final Executor executor;

    Listeners(Executor executor) {
        this.executor = executor;
    }

    Bell.Listening add(UUID topic, Runnable listener) {
        Watch watch = new Watch(topic, listener);
        watches.compute(topic, (_, present) -> {
            Set<Watch> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(watch);
            return all;
        });
        return watch;
    }

    void wake(UUID topic) {
        watches.getOrDefault(topic, Set.of()).forEach(Watch::wake);
    }

    void wakeAll() {
        watches.values().forEach(all -> all.forEach(Watch::wake));
    }

    private final class Watch implements Bell.Listening {
        private final UUID topic;
        private final Runnable listener;
        private final AtomicInteger owed = new AtomicInteger();
        private volatile boolean closed;

        Watch(UUID topic, Runnable listener) {
            this.topic = topic;
            this.listener = listener;
        }

        void wake() {
            if (owed.getAndIncrement() == 0) {
                executor.execute(this::run);
            }
        }

        private void run() {
            int served;
            do {
                served = owed.get();
                listen();
            } while (owed.addAndGet(-served) != 0);
        }

        private void listen() {
            if (closed) {
                return;
            }
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.error("A listener on {} failed; it stays and is woken by the next ring", topic, e);
            }
        }

        @Override
        public void close() {
            closed = true;
            watches.computeIfPresent(topic, (_, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }
}
