package org.threeshift.core.scorecard;

import java.time.LocalDate;
import java.util.Optional;
import org.threeshift.core.rubric.Shift;

/**
 * One thing to practise next.
 *
 * @param shift     the shift it is about, absent for a trap
 * @param label     why it was chosen, in a few words
 * @param title     what to practise, as an order
 * @param doing     what exactly to do, in one or two sentences
 * @param question  the question to repeat, absent when none was posed on it
 * @param on        when to have done it, in the zone of the interview
 * @param tentative whether it was chosen from so little that it is a hint and no finding
 */
public record Practice(
        Rule rule,
        Optional<Shift> shift,
        String label,
        String title,
        String doing,
        Optional<Repeat> question,
        LocalDate on,
        boolean tentative) {

    /** Which rule chose an item, see {@link PracticePlan}. */
    public enum Rule {
        LOWEST_SHIFT,
        MORE_QUESTIONS,
        TRAP,
        LEVEL_UP
    }

    /** Without the question to repeat. */
    Practice alone() {
        return new Practice(rule, shift, label, title, doing, Optional.empty(), on, tentative);
    }

    public record Repeat(String questionId, String title, String prompt) {}
}
