package org.threeshift.core.scorecard;

import java.time.Instant;
import org.threeshift.core.interview.model.InterviewId;

/**
 * That the candidate did what a plan asked for.
 *
 * @param item see {@link Practice#key}
 */
record Tick(InterviewId interview, String item, Instant at) {}
