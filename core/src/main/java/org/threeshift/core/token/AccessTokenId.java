package org.threeshift.core.token;

import java.util.Optional;
import java.util.UUID;

/** Which token, for its owner to name. No secret: nobody gets in with it. */
public record AccessTokenId(UUID value) {
    /** Absent when the text is no id. */
    public static Optional<AccessTokenId> parse(String text) {
        try {
            return Optional.of(new AccessTokenId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
