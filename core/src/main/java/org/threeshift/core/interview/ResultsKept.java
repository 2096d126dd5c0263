package org.threeshift.core.interview;

import org.threeshift.core.interview.model.InterviewId;

/** Whether the candidate of a published interview keeps its results from the interviewers' side. */
@FunctionalInterface
public interface ResultsKept {
    boolean kept(InterviewId id);
}
