package org.threeshift.core.booking;

import java.util.Optional;
import java.util.UUID;

/** A kind of session on a booking page, for ever (UUIDv7). */
public record SessionKindId(UUID value) {
    /** The id that an address has given as text; absent when it is none. */
    public static Optional<SessionKindId> parse(String text) {
        try {
            return Optional.of(new SessionKindId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
