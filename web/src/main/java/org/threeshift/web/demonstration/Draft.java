package org.threeshift.web.demonstration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.threeshift.core.bank.Question;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Verdict;

/** One interviewer's sheet while the script is written. */
final class Draft {
    /** Below it a strong no, a no, a yes; at or above the last a strong yes. Means of levels. */
    private static final double NO = 2.1;

    private static final double YES = 3.05;
    private static final double STRONG_YES = 4.05;

    private final PersonId interviewer;
    private final double leniency;
    private final List<Mark> marks = new ArrayList<>();
    private final Map<NoteKey, String> notes = new HashMap<>();
    private final List<Caught> caught = new ArrayList<>();

    /** A level given, other than not observed. */
    record Mark(Question question, Shift shift, Level level) {}

    /** A trap that the interviewer heard the candidate walk into. */
    record Caught(String trapName, boolean recovered) {}

    Draft(PersonId interviewer, double leniency) {
        this.interviewer = interviewer;
        this.leniency = leniency;
    }

    PersonId interviewer() {
        return interviewer;
    }

    double leniency() {
        return leniency;
    }

    void mark(Question question, Shift shift, Level level) {
        if (level != Level.NOT_OBSERVED) {
            marks.add(new Mark(question, shift, level));
        }
    }

    private record NoteKey(String questionId, Shift shift) {}

    void noted(Question question, Shift shift, String text) {
        notes.putIfAbsent(new NoteKey(question.id(), shift), text);
    }

    /** What was noted beside a level. */
    Optional<String> note(Mark mark) {
        return Optional.ofNullable(notes.get(new NoteKey(mark.question().id(), mark.shift())));
    }

    void caught(String trapName, boolean recovered) {
        caught.add(new Caught(trapName, recovered));
    }

    List<Mark> marks() {
        return List.copyOf(marks);
    }

    Optional<Caught> firstCaught() {
        return caught.stream().findFirst();
    }

    OptionalDouble mean(Shift shift) {
        return marks.stream()
                .filter(mark -> mark.shift() == shift)
                .mapToInt(mark -> mark.level().key())
                .average();
    }

    Verdict verdict() {
        return verdict(mean());
    }

    /** The verdict that the levels came nearest to beside the one given. */
    Verdict otherVerdict() {
        for (double doubt = 0.05; ; doubt += 0.05) {
            if (verdict(mean() + doubt) != verdict()) {
                return verdict(mean() + doubt);
            }
            if (verdict(mean() - doubt) != verdict()) {
                return verdict(mean() - doubt);
            }
        }
    }

    private double mean() {
        return marks.stream().mapToInt(mark -> mark.level().key()).average().orElse(3);
    }

    private static Verdict verdict(double mean) {
        if (mean < NO) {
            return Verdict.STRONG_NO;
        }
        if (mean < YES) {
            return Verdict.NO;
        }
        return mean < STRONG_YES ? Verdict.YES : Verdict.STRONG_YES;
    }
}
