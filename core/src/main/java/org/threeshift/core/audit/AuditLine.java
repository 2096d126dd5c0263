package org.threeshift.core.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/**
 * One line of the trail.
 *
 * @param deed     as it was stored, so that lines of another version of the program show too
 * @param redacted whether somebody whom the line named was erased since
 */
public record AuditLine(
        long id,
        Instant at,
        String deed,
        Optional<PersonId> actor,
        Optional<PersonId> about,
        Whence.From from,
        Map<String, String> detail,
        boolean redacted) {
    public AuditLine {
        detail = Map.copyOf(detail);
    }

    /** The place after this line, for the page that follows. */
    public Place place() {
        return new Place(at, id);
    }
}
