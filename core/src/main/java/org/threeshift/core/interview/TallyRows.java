package org.threeshift.core.interview;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A published interview, counted up. Component names are the names of tables and columns. */
public record TallyRows(Set<OfShift> shiftTally, Set<OfQuestion> questionTally, Set<OfTrap> trapTally) {
    public static final TallyRows NONE = new TallyRows(Set.of(), Set.of(), Set.of());

    public TallyRows {
        shiftTally = Set.copyOf(shiftTally);
        questionTally = Set.copyOf(questionTally);
        trapTally = Set.copyOf(trapTally);
    }

    /**
     * One for each of the three shifts.
     *
     * @param mean   from 1 to 5, as the scorecard has it; absent when there is too little to say, and then the band as well
     * @param bandError of the mean, in levels; absent for a band that is the whole scale
     * @param raters who observed a level
     * @param self   the candidate's own mean, from 1 to 5
     * @param selfPairs on how many questions both the candidate and an interviewer gave a level
     * @param selfGap   mean over these of own level minus the interviewers' mean, in levels; absent without any
     */
    public record OfShift(
            String shift,
            int method,
            OptionalDouble mean,
            OptionalDouble low,
            OptionalDouble high,
            Optional<String> bandMethod,
            OptionalDouble bandError,
            OptionalInt degrees,
            int probed,
            int questions,
            int levels,
            int notObserved,
            Set<UUID> raters,
            OptionalDouble self,
            int selfPairs,
            OptionalDouble selfGap) {
        public OfShift {
            raters = Set.copyOf(raters);
        }
    }

    /**
     * One for each question that somebody scored.
     *
     * @param mean   over its shifts of the mean over the interviewers, from 1 to 5; absent when nobody observed a level
     * @param levels observed ones
     */
    public record OfQuestion(String questionId, int method, OptionalDouble mean, int levels) {}

    /** One for each trap that somebody judged. */
    public record OfTrap(String questionId, String trapId, int method, String outcome) {}

    /** What to write over the rows of an earlier state. What is published loses no row any more. */
    TallyRows since(TallyRows before) {
        return new TallyRows(
                fresh(before.shiftTally, shiftTally),
                fresh(before.questionTally, questionTally),
                fresh(before.trapTally, trapTally));
    }

    /** The rows here that are not in the other, as texts. */
    Stream<String> without(TallyRows other) {
        TallyRows more = since(other);
        return Stream.of(more.shiftTally, more.questionTally, more.trapTally)
                .flatMap(Set::stream)
                .map(Object::toString);
    }

    /** The highest method of a row, 0 without any. */
    int method() {
        return Stream.of(
                        shiftTally.stream().map(OfShift::method),
                        questionTally.stream().map(OfQuestion::method),
                        trapTally.stream().map(OfTrap::method))
                .flatMap(methods -> methods)
                .max(Integer::compare)
                .orElse(0);
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    private static <T> Set<T> fresh(Set<T> before, Set<T> after) {
        return after.stream().filter(row -> !before.contains(row)).collect(Collectors.toUnmodifiableSet());
    }
}
