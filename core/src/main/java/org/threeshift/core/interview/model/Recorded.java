package org.threeshift.core.interview.model;

import java.time.Instant;
import java.util.UUID;
import org.threeshift.core.people.PersonId;

/**
 * An event on its envelope, as the log keeps it.
 *
 * @param seq     1, 2, 3 … within the interview
 * @param eventId unique; the first event of a command carries the command's own id, so that a repeated send is recognised
 * @param actor   whose doing it is
 */
public record Recorded(
        InterviewId interview, long seq, UUID eventId, PersonId actor, Instant at, InterviewEvent event) {}
