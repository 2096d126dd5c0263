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
public record Told(UUID id, Kind kind, Map<String, String> values, String link, Instant at, boolean unread) {
    public Told {
        values = Map.copyOf(values);
    }
}
