package org.threeshift.core.notice;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;

/**
 * A notice on its way.
 *
 * @param values in words: people by name, times on the person's wall clock
 * @param until  when it is no news any more
 */
public record Dispatch(
        UUID notice,
        Kind kind,
        Person to,
        Map<String, String> values,
        Optional<InterviewId> about,
        String link,
        Instant until) {
    public Dispatch {
        values = Map.copyOf(values);
    }
}
