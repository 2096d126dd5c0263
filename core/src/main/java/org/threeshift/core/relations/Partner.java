package org.threeshift.core.relations;

import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.people.Person;

/**
 * Somebody whom a person sat with in an interview, as that person sees them.
 *
 * @param times     in how many interviews that were held
 * @param lastMet   when the last of these began; absent while none has
 * @param favourite whether the person would like to meet them again
 * @param blocked   whether the person has blocked them; never whether they did
 * @param report    the person's own last one about them
 */
public record Partner(
        Person person,
        int times,
        Optional<Instant> lastMet,
        boolean favourite,
        boolean blocked,
        Optional<Reported> report) {

    /** Whether they sat together once; otherwise nothing happens again. */
    public boolean met() {
        return times > 0;
    }

    /** @param handledAt absent while it waits */
    public record Reported(Instant at, Optional<Instant> handledAt) {}
}
