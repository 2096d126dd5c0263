package org.threeshift.core.interview.model;

import java.util.UUID;

/** One interview, for ever (UUIDv7). */
public record InterviewId(UUID value) {
    /** @throws IllegalArgumentException when the text is no UUID */
    public static InterviewId of(String text) {
        return new InterviewId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
