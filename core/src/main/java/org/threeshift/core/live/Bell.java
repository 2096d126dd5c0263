package org.threeshift.core.live;

import java.util.UUID;

/** Wakes whoever watches a topic, on whichever node they are. */
public interface Bell {

    /** Says that a topic, such as an interview, has grown. Called after the commit, never inside a transaction; returns at once. */
    void ring(UUID topic);

    /**
     * Runs a listener after each ring, several rings perhaps as one. The listener must be quick and must read again from
     * the last sequence number it has seen.
     */
    Listening listen(UUID topic, Runnable listener);

    /** A listener's subscription; closing it ends the calls. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
