package org.threeshift.core.notice;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A notice as its person reads it.
 *
 * @param values people by name; instants in ISO form, to be said on the reader's wall clock
 * @param at     when it was told
 * @param unread whether it is new to them
 */
public record Told(
        UUID id, Kind kind, Map<String, String> values, String link, Instant at, boolean unread, Since since) {
    /** What has become of an appointment that it tells of. */
    public enum Since {
        /** It is as it was told, or the notice tells of none. */
        STANDS,
        MOVED,
        CALLED_OFF
    }

    public Told {
        values = Map.copyOf(values);
    }
}
