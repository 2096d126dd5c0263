package org.threeshift.core.notes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** Where notes in the making are kept. Two implementations, one contract. */
interface DraftStore {
    /** A person's own, newest first. */
    List<NoteDraft> of(InterviewId interview, PersonId person);

    /**
     * Puts a draft in the place of an earlier revision of the same note, or beside the others.
     *
     * @return false when a later revision stands there, or other words of the same one, and stays
     */
    boolean put(InterviewId interview, PersonId person, NoteDraft draft);

    /** Takes a draft away, if there is one. */
    void remove(InterviewId interview, PersonId person, UUID note);

    /**
     * Takes away those that were handed in, and those whose interview was published or called off before a moment.
     *
     * @return how many
     */
    int sweep(Instant endedBefore);
}
