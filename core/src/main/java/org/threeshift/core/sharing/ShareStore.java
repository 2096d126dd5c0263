package org.threeshift.core.sharing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** Where share links are kept, by the hash of their secret. Two implementations, one contract. */
interface ShareStore {
    /** Visitors whose visits one link remembers at a time: whoever calls themselves another at each look fills no table. */
    int MOST_AT_ONCE = 1_000;

    void add(Share share, byte[] hash);

    Optional<Share> find(byte[] hash);

    /** The owner's links, the newest first. */
    List<Share> of(PersonId owner, int limit);

    /** The owner's links to one scorecard, the newest first. */
    List<Share> of(PersonId owner, InterviewId interview);

    /** @return false when the owner has no such link, or it is revoked already */
    boolean revoke(ShareId id, PersonId owner, Instant at);

    /**
     * Counts a visit, unless the same visitor's last counted one was after a moment.
     *
     * @param visitor SHA-256, which names nobody
     */
    void visit(ShareId id, byte[] visitor, Instant at, Instant countedBefore);
}
