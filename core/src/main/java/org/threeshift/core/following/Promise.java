package org.threeshift.core.following;

import java.time.Instant;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * A commitment that somebody made in an answer, as an interviewer noted it. It becomes a question another time.
 *
 * @param question the title of the question that it was made on
 */
public record Promise(InterviewId interview, String question, String text, PersonId notedBy, Instant at) {}
