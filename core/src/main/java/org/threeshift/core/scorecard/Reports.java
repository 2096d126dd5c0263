package org.threeshift.core.scorecard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.cohort.Sight;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** What is asked of the projections of published interviews. One query each, however many people are asked about. */
interface Reports {

    /** The last that was published before this one, of those that the sights cover. */
    Optional<InterviewId> before(InterviewId interview, Instant publishedAt, List<Sight> sights);

    /** The last of the candidate's published before this one, of those that the interviewer scored in and whose results are not kept. */
    Optional<InterviewId> heldBefore(
            InterviewId interview, Instant publishedAt, PersonId candidate, PersonId interviewer);

    /** The latest scorecards of each candidate among those that the sights cover, the newest first. */
    List<Standing> latest(List<Sight> sights, int each);

    /** Published interviews that the sights cover, up to one published then, the newest first. */
    List<InterviewId> upTo(Instant published, List<Sight> sights, int limit);

    /** How many scorecards of each candidate the sights cover. */
    Map<PersonId, Integer> counts(List<Sight> sights);

    /**
     * The latest scorecards of interviews in which the person scored and somebody sat as candidate, the newest first. Where the
     * candidate keeps the results, by the person's own levels alone.
     */
    List<Standing> heldBy(PersonId interviewer, int limit);
}
