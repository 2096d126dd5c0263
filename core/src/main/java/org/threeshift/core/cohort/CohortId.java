package org.threeshift.core.cohort;

import java.util.UUID;

/** A cohort's id (UUIDv7). */
public record CohortId(UUID value) {
    /** @throws IllegalArgumentException when the text is no UUID */
    public static CohortId of(String text) {
        return new CohortId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
