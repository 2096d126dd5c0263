package org.threeshift.core.relations;

import org.threeshift.core.people.PersonId;

/** Told when somebody blocks somebody, in the same transaction: whatever would bring the two together ends. A feature makes a bean of it. */
@FunctionalInterface
public interface BlockHeard {
    /** The other one must not learn who blocked them, nor that anybody did. */
    void blocked(PersonId by, PersonId other);
}
