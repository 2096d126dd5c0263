package org.threeshift.core.people;

import java.util.UUID;

/** Who somebody is, for ever: an account's or a guest's id (UUIDv7). */
public record PersonId(UUID value) {
    /** @throws IllegalArgumentException when the text is no UUID */
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
