package org.threeshift.web.next;

import java.time.Instant;
import java.util.List;
import org.threeshift.core.people.Person;

/**
 * What a feature wants to put at the top of somebody's home. Each feature that asks people to be somewhere, or to answer by a
 * time, brings one; home shows what is {@link Pressing} of all.
 */
public interface NextThings {
    /** Asked whenever home is opened: at most one query. */
    List<NextThing> of(Person person, Instant now);
}
