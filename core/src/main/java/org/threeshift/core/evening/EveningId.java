package org.threeshift.core.evening;

import java.util.Optional;
import java.util.UUID;

/** One practice evening, for ever (UUIDv7). */
public record EveningId(UUID value) {
    /** The id that an address has given as text; absent when it is none. */
    public static Optional<EveningId> parse(String text) {
        try {
            return Optional.of(new EveningId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
