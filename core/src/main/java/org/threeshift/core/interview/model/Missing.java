package org.threeshift.core.interview.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/** One thing that a sheet lacks before it can lock. */
public sealed interface Missing {
    String questionId();

    /** A probed shift of a posed question has neither a level nor <em>not observed</em>. */
    record OfLevel(String questionId, Shift shift) implements Missing {}

    /** A trap of a posed question is not judged. */
    record OfTrap(String questionId, String trapId, String trapName) implements Missing {}

    /** A level of 1, 2, 4 or 5 stands on a question without any evidence; named once a question. */
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
        for (Shift shift : item.shifts()) {
            if (sheet.level(question, shift).isEmpty()) {
                missing.add(new OfLevel(question, shift));
            }
        }
        if (sheet.evidenceFor(question).isEmpty()) {
            firstThatNeedsEvidence(sheet, item).ifPresent(missing::add);
        }
        for (AgendaItem.Trap trap : item.traps()) {
            if (sheet.trap(question, trap.id()).isEmpty()) {
                missing.add(new OfTrap(question, trap.id(), trap.name()));
            }
        }
    }

    /** One note covers a question, so one is asked for. */
    private static Optional<Missing> firstThatNeedsEvidence(Sheet sheet, AgendaItem item) {
        return item.shifts().stream()
                .flatMap(shift -> sheet
                        .level(item.questionId(), shift)
                        .filter(Level::needsEvidence)
                        .<Missing>map(level -> new OfEvidence(item.questionId(), shift, level))
                        .stream())
                .findFirst();
    }
}
