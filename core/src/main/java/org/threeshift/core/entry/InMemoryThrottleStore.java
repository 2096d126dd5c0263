package org.threeshift.core.entry;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.threeshift.core.entry.Pace.Tries;
import org.threeshift.core.entry.Throttle.Kind;

/** Tries for tests that need no database. */
final class InMemoryThrottleStore implements ThrottleStore {
    private record Key(Kind kind, ByteBuffer subject) {
        static Key of(Kind kind, byte[] subject) {
            return new Key(kind, ByteBuffer.wrap(subject));
        }
    }

    private final Map<Key, Tries> tries = new LinkedHashMap<>();

    @Override
    public synchronized Tries count(Kind kind, byte[] subject, Instant now) {
        return tries.merge(
                Key.of(kind, subject),
                kind.pace().first(now),
                (before, first) -> kind.pace().next(before, now));
    }

    @Override
    public synchronized void giveBack(Kind kind, byte[] subject, Instant now) {
        tries.computeIfPresent(
                Key.of(kind, subject),
                (key, before) -> new Tries(
                        Math.max(before.count() - 1, 0),
                        before.last(),
                        before.until().isAfter(now) ? now : before.until(),
                        before.refused()));
    }

    @Override
    public synchronized void forget(Kind kind, byte[] subject) {
        tries.remove(Key.of(kind, subject));
    }

    @Override
    public synchronized int forgetBefore(Instant last) {
        int before = tries.size();
        tries.values().removeIf(one -> one.last().isBefore(last));
        return before - tries.size();
    }
}
