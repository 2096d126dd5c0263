package org.threeshift.core.interview.model;

import java.util.List;
import org.threeshift.core.rubric.Shift;

/**
 * One question as the interview needs it to apply its rules. The words of the question stay in the frozen bank version.
 *
 * @param shifts the shifts to rate, the primary one first
 * @param traps  the traps to judge
 * @param minutes planned time
 */
public record AgendaItem(String questionId, String title, List<Shift> shifts, List<Trap> traps, int minutes) {
    public AgendaItem {
        shifts = List.copyOf(shifts);
        traps = List.copyOf(traps);
    }

    /** A trap to judge, by its id within the question and the name that interviewers read. */
    public record Trap(String id, String name) {}

    boolean probes(Shift shift) {
        return shifts.contains(shift);
    }

    boolean sets(String trapId) {
        return traps.stream().anyMatch(trap -> trap.id().equals(trapId));
    }
}
