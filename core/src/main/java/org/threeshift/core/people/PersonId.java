package org.threeshift.core.people;

import java.util.Optional;
import java.util.UUID;

/** Who somebody is, for ever: an account's or a guest's id (UUIDv7). */
public record PersonId(UUID value) {
    /** @throws IllegalArgumentException when the text is no UUID */
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    /** The id that a person or an address has given as text; absent when it is none, as when it was cut short. */
    public static Optional<PersonId> parse(String text) {
        try {
            return Optional.of(new PersonId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
