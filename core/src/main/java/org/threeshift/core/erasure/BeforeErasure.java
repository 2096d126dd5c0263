package org.threeshift.core.erasure;

import java.time.Instant;
import org.threeshift.core.people.PersonId;

/** Told before somebody is erased, while what they had a part in can still be found. A feature makes a bean of it. */
@FunctionalInterface
public interface BeforeErasure {
    /** May be told of one person more than once. */
    void leaves(PersonId person, Instant now);
}
