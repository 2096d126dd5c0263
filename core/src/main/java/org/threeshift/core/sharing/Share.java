package org.threeshift.core.sharing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * A link to one scorecard.
 *
 * @param owner    the candidate, whose scorecard it is
 * @param label    whom it is for, as the owner noted it for themselves; may be empty
 * @param opened   how many visits by others were counted, see {@link Sharing#VISIT}
 * @param openedAt the last of them
 */
public record Share(
        ShareId id,
        InterviewId interview,
        PersonId owner,
        String label,
        Part part,
        Naming naming,
        Instant madeAt,
        Instant expiresAt,
        Optional<Instant> revokedAt,
        int opened,
        Optional<Instant> openedAt) {

    /** How much of the scorecard a link shows. */
    public enum Part {
        /** The gap chart, the verdict and what to practise: no evidence, nothing of single questions, nobody's words. */
        SUMMARY,
        WHOLE
    }

    /** How the candidate is called. Interviewers are never named to whoever holds a link: it is not their scorecard. */
    public enum Naming {
        NAME,
        INITIALS
    }

    /** What is wrong with what somebody chose for a link. */
    public enum Problem {
        DAYS_OUT_OF_RANGE,
        LABEL_TOO_LONG,
        PART_UNKNOWN,
        NAMING_UNKNOWN
    }

    /** For how many days a link may last. */
    public static final int LEAST_DAYS = 1;

    public static final int MOST_DAYS = 90;
    public static final int LABEL_CHARACTERS = 100;

    /** Whether it opens anything at a moment. */
    public boolean live(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }

    static Instant end(Instant from, int days) {
        return from.plus(Duration.ofDays(days));
    }
}
