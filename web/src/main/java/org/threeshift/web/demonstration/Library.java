package org.threeshift.web.demonstration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/** What interviewers note, by question. */
record Library(Map<String, QuestionNotes> questions) {
    private static final String AFTER_PROBE = "→ ";
    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

    /** @param facts the numbers of one invented answer each, by the gap in the notes that they fill */
    record QuestionNotes(
            List<Map<String, String>> facts, Map<Shift, ShiftNotes> shifts, Map<String, TrapNotes> traps) {}

    /** Notes by quality; {@code top} is for level 5 alone. */
    record ShiftNotes(List<String> low, List<String> middle, List<String> high, List<String> top) {
        List<String> fitting(Level level) {
            return switch (level) {
                case NOT_OBSERVED -> List.of();
                case ONE, TWO -> low;
                case THREE -> middle;
                case FOUR -> high;
                case FIVE -> top;
            };
        }
    }

    /** @param shift the shift on which the trap costs */
    record TrapNotes(Shift shift, List<String> fell, List<String> recovered) {}

    QuestionNotes of(String questionId) {
        return Optional.ofNullable(questions.get(questionId))
                .orElseThrow(() -> new IllegalArgumentException("The library holds nothing on " + questionId));
    }

    /**
     * A note as it is written down.
     *
     * @param afterProbe whether it answers a probe, so that nobody writes it before
     */
    record Words(String text, boolean afterProbe) {}

    static Words words(String note, Map<String, String> facts) {
        boolean afterProbe = note.startsWith(AFTER_PROBE);
        return new Words(filled(afterProbe ? note.substring(AFTER_PROBE.length()) : note, facts), afterProbe);
    }

    /** A sentence with its gaps filled, beginning with a capital. */
    static String filled(String note, Map<String, String> facts) {
        String text = GAP.matcher(note)
                .replaceAll(gap -> Matcher.quoteReplacement(Optional.ofNullable(facts.get(gap.group(1)))
                        .orElseThrow(
                                () -> new IllegalArgumentException("Nothing fills " + gap.group() + ": " + note))));
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
