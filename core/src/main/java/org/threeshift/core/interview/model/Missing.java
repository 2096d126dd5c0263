package org.threeshift.core.interview.model;

import java.util.ArrayList;
import java.util.List;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/** One thing that a sheet lacks before it can lock. */
public sealed interface Missing {
    String questionId();

    /** A probed shift of a posed question has neither a level nor <em>not observed</em>. */
    record OfLevel(String questionId, Shift shift) implements Missing {}

    /** A trap of a posed question is not judged. */
    record OfTrap(String questionId, String trapId, String trapName) implements Missing {}

    /** A level of 1, 2, 4 or 5 stands on a question without any evidence. */
    record OfEvidence(String questionId, Shift shift, Level level) implements Missing {}

    /** Everything that the sheet lacks, in the order of the agenda. Only what was posed counts. */
    static List<Missing> on(Sheet sheet, Agenda agenda, Course course) {
        var missing = new ArrayList<Missing>();
        for (AgendaItem item : agenda.items()) {
            if (course.wasPosed(item.questionId())) {
                on(sheet, item, missing);
            }
        }
        return List.copyOf(missing);
    }

    private static void on(Sheet sheet, AgendaItem item, List<Missing> missing) {
        String question = item.questionId();
        boolean evidence = !sheet.evidenceFor(question).isEmpty();
        for (Shift shift : item.shifts()) {
            sheet.level(question, shift)
                    .ifPresentOrElse(
                            level -> {
                                if (level.needsEvidence() && !evidence) {
                                    missing.add(new OfEvidence(question, shift, level));
                                }
                            },
                            () -> missing.add(new OfLevel(question, shift)));
        }
        for (AgendaItem.Trap trap : item.traps()) {
            if (sheet.trap(question, trap.id()).isEmpty()) {
                missing.add(new OfTrap(question, trap.id(), trap.name()));
            }
        }
    }
}
