package org.threeshift.core.evening;

import java.util.Optional;
import org.threeshift.core.people.PersonId;

/**
 * Somebody who was asked to an evening.
 *
 * @param answer absent until they give one
 * @param away   whether the coach said that they are not there
 * @param since  the first slot that counts for them
 */
public record Guest(PersonId person, Optional<Answer> answer, boolean away, int since) {
    /** Names are stored, so that none is ever changed. */
    public enum Answer {
        YES,
        NO
    }

    /** Whether they are planned for. */
    public boolean comes() {
        return !away && answer.filter(Answer.YES::equals).isPresent();
    }

    /** Whether the evening is theirs as far as anybody knows. */
    public boolean expected() {
        return !away && !declined();
    }

    public boolean declined() {
        return answer.filter(Answer.NO::equals).isPresent();
    }
}
