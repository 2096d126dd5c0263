package org.threeshift.core.call;

import java.util.Optional;
import java.util.UUID;

/** One browser page's part in a call (UUIDv7). Whoever comes in again, as after a reload, gets another. */
public record ConnectionId(UUID value) {
    /** The id that an address has given as text; absent when it is none. */
    public static Optional<ConnectionId> parse(String text) {
        try {
            return Optional.of(new ConnectionId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
