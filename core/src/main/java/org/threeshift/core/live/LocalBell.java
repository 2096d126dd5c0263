package org.threeshift.core.live;

import java.util.UUID;

/** A bell that is heard on its own node only, at once and on the ringer's thread: for tests and for work without a network. */
public final class LocalBell implements Bell {
    private final Listeners listeners = new Listeners(Runnable::run);

    @Override
    public void ring(UUID topic) {
        listeners.wake(topic);
    }

    @Override
    public Listening listen(UUID topic, Runnable listener) {
        return listeners.add(topic, listener);
    }
}
