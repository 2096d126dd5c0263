package org.threeshift.core.sharing;

import java.util.Optional;
import java.util.UUID;

/** A share link's id (UUIDv7), which opens nothing: its owner tells their links apart by it. */
public record ShareId(UUID value) {
    /** Absent when the text is no UUID. */
    public static Optional<ShareId> parse(String text) {
        try {
            return Optional.of(new ShareId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
