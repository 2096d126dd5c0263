package org.threeshift.core.notice;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** A notice that is due, in the hand of one node until its transaction ends. */
record Waiting(
        UUID id,
        Kind kind,
        PersonId to,
        Map<String, String> values,
        Optional<InterviewId> about,
        String link,
        Instant until) {
    Waiting {
        values = Map.copyOf(values);
    }
}
