package org.threeshift.core.interview.model;

import java.util.Optional;
import java.util.UUID;

/** One interview, for ever (UUIDv7). */
public record InterviewId(UUID value) {
    /** The id that a person or an address has given as text; absent when it is none, as when it was cut short. */
    public static Optional<InterviewId> parse(String text) {
        try {
            return Optional.of(new InterviewId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
