package org.threeshift.core.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** Where wishes to be erased wait, and what is erased from. */
interface ErasureStore {
    /** @return false when one waits already */
    boolean add(Erasure erasure);

    Optional<Erasure> waiting(PersonId person);

    /** Everything that waits, what is due first comes first. */
    List<Erasure> waiting();

    /** @return false when none waits */
    boolean callOff(UUID erasure, Instant at);

    /** @return false when it was called off, or somebody else finished it */
    boolean finish(UUID erasure, Instant at);

    /**
     * Takes everything that names the person, and everything that they wrote, out of every table but the log of interviews.
     * Inside the caller's transaction.
     *
     * @param names what they are called, and were before: names and e-mail addresses
     */
    void erase(PersonId person, Set<String> names, Instant at);

    /** The person, after the guests who became them. */
    List<PersonId> selves(PersonId person);

    /** What these are called and were called before: names and e-mail addresses. */
    Set<String> names(List<PersonId> selves);

    Preview preview(PersonId person);

    /** Interviews that they host and that have not begun. */
    List<InterviewId> hosted(PersonId person);

    /** Those that they booked with a coach and that have not begun, with who hosts each. */
    Map<InterviewId, PersonId> booked(PersonId person);
}
