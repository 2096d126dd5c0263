package org.threeshift.core.cohort;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.threeshift.core.people.PersonId;

/**
 * Somebody who was asked to join, from then on.
 *
 * @param person  absent while nobody with the address is known here
 * @param email   the address by which they were asked; absent for members of before
 * @param about   what the coach said of them; of whoever had an account already, the name alone
 * @param agreed  the version of the text that they agreed to
 */
public record Membership(
        UUID id,
        CohortId cohort,
        Optional<PersonId> person,
        Optional<String> email,
        About about,
        PersonId askedBy,
        Instant askedAt,
        Optional<Instant> agreedAt,
        OptionalInt agreed,
        Optional<Instant> endedAt,
        Optional<Ending> ending) {

    /** What the coach knows of somebody; all of it may be empty. */
    public record About(String name, String pronouns, String zone, String targetRole) {
        public static final About NOTHING = new About("", "", "", "");
    }

    /** How it came to an end. */
    public enum Ending {
        /** Said no. */
        DECLINED,
        /** The coach took the invitation back. */
        WITHDRAWN,
        /** Went. */
        LEFT,
        /** A coach took them out. */
        TAKEN_OUT,
        /** The cohort itself came to its end. */
        ARCHIVED
    }

    /** Whether they are asked and have not answered. */
    public boolean open() {
        return agreedAt.isEmpty() && endedAt.isEmpty();
    }

    public boolean lasts() {
        return agreedAt.isPresent() && endedAt.isEmpty();
    }

    /** Whether they were in it and are no more. */
    public boolean over() {
        return agreedAt.isPresent() && endedAt.isPresent();
    }
}
