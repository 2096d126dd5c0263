package org.threeshift.core.presence;

import java.util.Optional;
import java.util.UUID;

/** One browser tab, as long as it lives: the tab chooses it and keeps it over reloads. */
public record ConnectionId(UUID value) {
    /** The id that a browser has given as text; absent when it is none. */
    public static Optional<ConnectionId> parse(String text) {
        try {
            return Optional.of(new ConnectionId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
