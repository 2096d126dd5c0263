package org.threeshift.core.scorecard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.interview.ResultsKept;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** Where it is kept which results are whose business. */
interface GlassStore extends ResultsKept {
    void add(BrokenGlass broken);

    /** The one through which the admin may still look. */
    Optional<BrokenGlass> open(InterviewId interview, PersonId admin, Instant now);

    /** The newest first. */
    List<BrokenGlass> of(InterviewId interview);

    /** The newest first, each with its interview. */
    List<Looked> latest(int limit);

    record Looked(BrokenGlass broken, Published interview) {}

    /** The latest published interviews of candidates whose names hold a text in lower case, the newest first. */
    List<Published> published(String name, int limit);

    /** An interview by what an admin may know of it: that it was, and whose. */
    record Published(
            InterviewId interview, String roundTitle, Instant publishedAt, PersonId candidate, String candidateName) {}

    void keep(InterviewId interview, Instant at);

    void open(InterviewId interview);
}
