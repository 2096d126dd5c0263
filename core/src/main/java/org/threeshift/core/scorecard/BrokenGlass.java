package org.threeshift.core.scorecard;

import java.time.Instant;
import java.util.UUID;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** That an admin looked, or may still look, into one interview without having a part in it. */
public record BrokenGlass(UUID id, InterviewId interview, PersonId admin, String reason, Instant at, Instant until) {}
