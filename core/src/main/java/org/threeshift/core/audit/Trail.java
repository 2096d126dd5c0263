package org.threeshift.core.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/**
 * Where audit lines are written. A line belongs to the caller's transaction, if there is one: what is rolled back was never
 * done. When and from where it fills in itself.
 */
@FunctionalInterface
public interface Trail {
    /** A trail that keeps nothing, for tests that look at something else. */
    Trail NONE = (deed, actor, about, detail) -> {};

    /**
     * @param actor  who did it; absent when nobody is signed in, and for what the installation does by itself
     * @param about  whom it concerns, who may read it on their own trail; often the actor
     * @param detail what the two sentences of the deed need, by name. No names of people, addresses or anything else that is
     *               looked up by id, and no words that somebody typed: a person's lines lose it when they are erased
     */
    void add(Deed deed, Optional<PersonId> actor, Optional<PersonId> about, Map<String, String> detail);

    /** As {@link #add}, for a deed whose moment is on record elsewhere. */
    default void addAt(
            Instant at, Deed deed, Optional<PersonId> actor, Optional<PersonId> about, Map<String, String> detail) {
        add(deed, actor, about, detail);
    }
}
