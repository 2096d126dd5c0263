package org.threeshift.core.pairs.model;

import java.util.Optional;
import java.util.UUID;

/** One pair, for ever (UUIDv7). */
public record PairId(UUID value) {
    /** The id that an address has given as text; absent when it is none. */
    public static Optional<PairId> parse(String text) {
        try {
            return Optional.of(new PairId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
