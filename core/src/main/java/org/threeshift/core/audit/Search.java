package org.threeshift.core.audit;

import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/**
 * What an admin asks of the trail; what is absent does not narrow it.
 *
 * @param person whose deeds, or on whom
 * @param from   this moment and later
 * @param until  before this moment
 */
public record Search(Optional<PersonId> person, Optional<Deed> deed, Optional<Instant> from, Optional<Instant> until) {
    public static final Search ALL = new Search(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
