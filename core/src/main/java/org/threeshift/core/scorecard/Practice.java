package org.threeshift.core.scorecard;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /**
     * Names it within its plan, for as long as the plan holds it: after an amendment that changes the plan, what was ticked off
     * is not taken for what stands there now.
     */
    public String key() {
        return Stream.concat(
                        Stream.of(Sentences.key(rule)),
                        Stream.concat(
                                shift.stream().map(Sentences::key),
                                question.stream().map(Repeat::questionId)))
                .collect(Collectors.joining("/"));
    }

    /** @param trapFamily of the trap that is practised on it; absent for the other rules */
    public record Repeat(String questionId, String title, String prompt, Optional<String> trapFamily) {}
}
