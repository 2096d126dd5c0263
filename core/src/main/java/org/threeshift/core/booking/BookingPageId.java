package org.threeshift.core.booking;

import java.util.Optional;
import java.util.UUID;

/** A booking page, for ever (UUIDv7). */
public record BookingPageId(UUID value) {
    /** The id that an address has given as text; absent when it is none. */
    public static Optional<BookingPageId> parse(String text) {
        try {
            return Optional.of(new BookingPageId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
