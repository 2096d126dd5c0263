package org.threeshift.core.feedback;

import java.text.Collator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.threeshift.core.rubric.Shift;

/** What an interviewer learns of the feedback on their interviewing. */
public sealed interface Feedback {
    /**
     * Not yet answers of enough different people. How many there are is not told: an interviewer with one interview behind
     * them would know whether that person has answered.
     */
    record NotYet() implements Feedback {}

    /**
     * @param answers   how many cards it stands on
     * @param shifts    all three, in their order
     * @param sentences of the newest group of people first; within a group by the alphabet, which tells nothing
     */
    record Shown(int answers, List<OnShift> shifts, List<String> sentences) implements Feedback {
        public Shown {
            shifts = List.copyOf(shifts);
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * @param answers how many gave a level
     * @param mean    from 1 to 5; absent below three different people
     */
    record OnShift(Shift shift, int answers, OptionalDouble mean) {}

    /** @param cards in the order in which they were first given */
    static Feedback of(List<FeedbackCard> cards) {
        List<List<FeedbackCard>> groups = Groups.complete(cards);
        List<FeedbackCard> shown = groups.stream().flatMap(List::stream).toList();
        return shown.isEmpty()
                ? new NotYet()
                : new Shown(
                        shown.size(),
                        Arrays.stream(Shift.values())
                                .map(shift -> on(shift, shown))
                                .toList(),
                        groups.reversed().stream()
                                .flatMap(group -> group.stream()
                                        .map(FeedbackCard::sentence)
                                        .filter(sentence -> !sentence.isEmpty())
                                        .sorted(Collator.getInstance(Locale.ROOT)))
                                .toList());
    }

    private static OnShift on(Shift shift, List<FeedbackCard> shown) {
        List<FeedbackCard> observed = shown.stream()
                .filter(card -> card.level(shift).value().isPresent())
                .toList();
        long people = observed.stream().map(FeedbackCard::candidate).distinct().count();
        return new OnShift(
                shift,
                observed.size(),
                people < Groups.PEOPLE
                        ? OptionalDouble.empty()
                        : observed.stream()
                                .mapToInt(card -> card.level(shift).key())
                                .average());
    }
}
