package org.threeshift.core.interview;

import org.threeshift.core.interview.model.InterviewId;

/** Writes to those who are invited by an address and have no account. Implemented where mail and calendars are known. */
@FunctionalInterface
public interface Invitees {
    /** Once it is set up, in the caller's transaction. They get a link of their own, which nobody else sees. */
    void invited(InterviewId interview, String address);
}
