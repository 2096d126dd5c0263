package org.threeshift.core.entry;

import java.util.Optional;
import java.util.UUID;

/** An invitation's id (UUIDv7). It opens nothing; the invitation's token does. */
public record InviteId(UUID value) {
    /** Absent when the text is no id. */
    public static Optional<InviteId> parse(String text) {
        try {
            return Optional.of(new InviteId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
