package org.threeshift.core.interview.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.interview.model.Interview.Debriefing;
import org.threeshift.core.interview.model.Interview.Held;
import org.threeshift.core.interview.model.Interview.Live;

/** How an interview goes from one of its states to the next. */
final class PhaseChanges {
    private PhaseChanges() {}

    static Interview started(Step step) {
        Setup setup = step.known().setup();
        return new Live(setup, Course.begun(step.recorded().at()), SetupChanges.blankSheets(setup), Optional.empty());
    }

    static Interview finished(Step step) {
        Held held = step.held();
        Instant at = step.recorded().at();
        return new Debriefing(held.setup(), held.course().closeAll(at), held.sheets(), held.selfScore(), at, false);
    }

    static Interview scoringClosed(Step step) {
        Debriefing now = debriefing(step);
        return new Debriefing(now.setup(), now.course(), now.sheets(), now.selfScore(), now.finishedAt(), true);
    }

    static Interview published(Step step) {
        Debriefing now = debriefing(step);
        return new Interview.Published(
                now.setup(),
                now.course(),
                now.sheets(),
                now.selfScore(),
                now.finishedAt(),
                step.recorded().at(),
                Optional.empty());
    }

    static Interview debriefOpened(Step step, List<Gap> gaps) {
        return switch (step.held()) {
            case Interview.Published now ->
                now.with(Debrief.opened(gaps, step.recorded().at()));
            case Live _, Debriefing _ -> throw step.impossible();
        };
    }

    private static Debriefing debriefing(Step step) {
        return switch (step.held()) {
            case Debriefing now -> now;
            case Live _, Interview.Published _ -> throw step.impossible();
        };
    }
}
