package org.threeshift.core.opinion;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/**
 * A coach's own sheet on an interview that others held. It is no sheet of the interview: no scorecard, no mean and no cohort page
 * reads it. Draft until locked, and then it stands.
 *
 * @param verdict absent while the coach has given none
 * @param summary may be empty
 * @param locked  when it was locked; absent for a draft
 */
public record Opinion(
        PersonId coach,
        Map<Place, Level> levels,
        Map<TrapPlace, TrapJudgement> traps,
        Optional<Verdict> verdict,
        String summary,
        Optional<Instant> locked) {
    /** Most characters of a summary. */
    public static final int CHARACTERS = 2_000;

    public Opinion {
        levels = Map.copyOf(levels);
        traps = Map.copyOf(traps);
    }

    /** Where a level stands. */
    public record Place(String questionId, Shift shift) {}

    /** Where a trap judgement stands. */
    public record TrapPlace(String questionId, String trapId) {}

    static Opinion blank(PersonId coach) {
        return new Opinion(coach, Map.of(), Map.of(), Optional.empty(), "", Optional.empty());
    }

    public Optional<Level> level(String questionId, Shift shift) {
        return Optional.ofNullable(levels.get(new Place(questionId, shift)));
    }

    public Optional<TrapJudgement> trap(String questionId, String trapId) {
        return Optional.ofNullable(traps.get(new TrapPlace(questionId, trapId)));
    }
}
