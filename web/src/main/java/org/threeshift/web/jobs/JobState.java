package org.threeshift.web.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * How a recurring job does.
 *
 * @param running  the node that is at it
 * @param failures in a row, the last ones
 */
public record JobState(
        String name,
        Instant next,
        Optional<String> running,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastFailure,
        int failures) {}
