package org.threeshift.core.evening;

import java.time.Instant;
import java.time.LocalDate;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.hours.Span;
import org.threeshift.core.people.PersonId;

/**
 * A practice evening.
 *
 * @param coach     who planned it
 * @param note      to everybody who is asked; may be empty
 * @param agreed    from the first slot's start until the last one's end
 * @param reason    why it was called off or changed last; may be empty
 * @param version   grows with each change, for calendars
 */
public record Evening(
        EveningId id,
        CohortId cohort,
        PersonId coach,
        String title,
        String note,
        Agreed agreed,
        Shape shape,
        State state,
        String reason,
        int version,
        Instant changedAt) {

    /** How far it is. Names are stored, so that none is ever changed. */
    public enum State {
        /** People were asked whether they come. */
        ASKING,
        /** Everybody can see whom they meet. */
        PLANNED,
        CALLED_OFF
    }

    public Span span() {
        return agreed.span();
    }

    /** On which it begins, by the clock at which it was agreed on. */
    public LocalDate day() {
        return agreed.wallClock().toLocalDate();
    }

    /** @param number from 1 */
    public Span slot(int number) {
        return shape.slot(span().from(), number);
    }

    public boolean over(Instant now) {
        return !now.isBefore(span().until());
    }

    public boolean begun(Instant now) {
        return !now.isBefore(span().from());
    }

    /** The first slot that has not begun; one more than there are when all have. */
    public int next(Instant now) {
        int slot = 1;
        while (slot <= shape.slots() && !slot(slot).from().isAfter(now)) {
            slot++;
        }
        return slot;
    }

    /** The same, before there is a plan. */
    Evening asking() {
        return new Evening(id, cohort, coach, title, note, agreed, shape, State.ASKING, reason, version, changedAt);
    }

    Evening in(State after, String why, Instant at) {
        return new Evening(id, cohort, coach, title, note, agreed, shape, after, why, version + 1, at);
    }
}
