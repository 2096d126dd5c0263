package org.threeshift.core.coachnotes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.threeshift.core.people.PersonId;

/** Where coaches' notes are kept. Two implementations, one contract. */
interface CoachNoteStore {
    /** A first wording. */
    void add(UUID id, PersonId author, PersonId candidate, String text, Instant at);

    /** @return false when the author has no such note */
    boolean reword(UUID id, PersonId author, String text, Instant at);

    /**
     * Lets others read it, or no more.
     *
     * @param since absent to keep it private again
     * @return false when the author has no such note
     */
    boolean share(UUID id, PersonId author, Optional<Instant> since);

    /** With every wording. @return false when the author has no such note */
    boolean delete(UUID id, PersonId author);

    /** The newest first. */
    List<CoachNote> of(PersonId author, PersonId candidate);

    /** Everybody's about a candidate, in the order of time. */
    List<CoachNote> about(PersonId candidate);
}
