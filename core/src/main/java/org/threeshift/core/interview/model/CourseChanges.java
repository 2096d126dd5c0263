package org.threeshift.core.interview.model;

import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;

/** What an interviewer does to the question on the table, and how the same is taken back. */
final class CourseChanges {
    private CourseChanges() {}

    static Interview probed(Step step, String question, Rung rung) {
        PersonId by = step.recorded().actor();
        Instant at = step.recorded().at();
        return step.onBoth(
                course -> course.change(question, asked -> asked.probed(rung, at, by)),
                sheet -> sheet.reversible(new Reversal.OfProbe(question, rung)));
    }

    static Interview probeJudged(Step step, String question, Rung rung, boolean held) {
        Optional<Boolean> before = step.held()
                .course()
                .posed(question)
                .flatMap(posed -> posed.probe(rung))
                .flatMap(Course.Probe::held);
        return step.onBoth(
                course -> course.change(question, asked -> asked.probeJudged(rung, Optional.of(held))),
                sheet -> sheet.reversible(new Reversal.OfProbeJudgement(question, rung, before)));
    }

    static Interview reached(Step step, String question, Shift shift) {
        PersonId by = step.recorded().actor();
        Instant at = step.recorded().at();
        return step.onBoth(
                course -> course.change(question, asked -> asked.reached(shift, at, by)),
                sheet -> sheet.reversible(new Reversal.OfHeight(question, shift)));
    }

    static Interview undone(Step step, Reversal reversal) {
        PersonId by = step.recorded().actor();
        return step.onBoth(course -> undone(course, reversal, by), sheet -> sheet.undone(reversal));
    }

    private static Course undone(Course course, Reversal reversal, PersonId by) {
        return switch (reversal) {
            case Reversal.OfLevel _, Reversal.OfTrap _ -> course;
            case Reversal.OfProbe(var question, var rung) -> course.change(question, asked -> asked.unprobed(rung));
            case Reversal.OfProbeJudgement(var question, var rung, var restored) ->
                course.change(question, asked -> asked.probeJudged(rung, restored));
            case Reversal.OfHeight(var question, var shift) ->
                course.change(question, asked -> asked.notReached(shift, by));
        };
    }
}
