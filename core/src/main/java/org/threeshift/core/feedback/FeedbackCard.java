package org.threeshift.core.feedback;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/**
 * What a candidate says about one interviewer's feedback on one interview.
 *
 * @param levels   on all three shifts
 * @param sentence without space around; empty when none was given
 * @param changedAt when it was last given
 */
public record FeedbackCard(
        InterviewId interview,
        PersonId interviewer,
        PersonId candidate,
        Map<Shift, Level> levels,
        String sentence,
        Instant changedAt) {
    public FeedbackCard {
        Map<Shift, Level> inOrder = new EnumMap<>(Shift.class);
        inOrder.putAll(levels);
        if (inOrder.size() != Shift.values().length) {
            throw new IllegalArgumentException("A card has a level on every shift, not only on " + levels.keySet());
        }
        levels = Collections.unmodifiableMap(inOrder);
    }

    public Level level(Shift shift) {
        return Optional.ofNullable(levels.get(shift)).orElseThrow();
    }
}
