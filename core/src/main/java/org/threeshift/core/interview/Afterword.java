package org.threeshift.core.interview;

import java.util.List;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;

/** What {@code threeshift replay} adds to a published interview from what stands on it. */
public interface Afterword {
    /** One line each. */
    List<String> lines(InterviewId id, Interview.Published interview);
}
