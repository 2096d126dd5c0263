package org.threeshift.core.exchange;

import java.util.Optional;
import java.util.UUID;

/** One exchange, for ever (UUIDv7). */
public record ExchangeId(UUID value) {
    /** The id that a person or an address has given as text; absent when it is none, as when it was cut short. */
    public static Optional<ExchangeId> parse(String text) {
        try {
            return Optional.of(new ExchangeId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
