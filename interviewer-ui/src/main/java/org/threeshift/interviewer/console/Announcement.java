package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Setup;

/**
 * What somebody who hears the console instead of seeing it should know of a step from one screen to the next: each thing once,
 * whoever did it.
 */
final class Announcement {
    private final Screen before;
    private final Screen now;

    private Announcement(Screen before, Screen now) {
        this.before = before;
        this.now = now;
    }

    /** Empty when nothing happened that is worth a word. */
    static String of(Screen before, Screen now) {
        var step = new Announcement(before, now);
        return Stream.of(
                        step.refusal(),
                        step.deed(),
                        step.phase(),
                        step.pause(),
                        step.lead(),
                        step.table(),
                        step.looked(),
                        step.trap(),
                        step.leftOut(),
                        step.agenda(),
                        step.candidate(),
                        step.waiting())
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private String refusal() {
        return now.said()
                .filter(said -> !now.said().equals(before.said()))
                .map(Said::sentence)
                .orElse("");
    }

    /** What was entered is said when it is entered, not once more when it is saved. */
    private String deed() {
        if (now.saved().equals(before.saved())) {
            return "";
        }
        return switch (now.saved()) {
            case SavedState.Nothing() -> "";
            case SavedState.At(var _, var words) ->
                switch (before.saved()) {
                    case SavedState.Waiting _ -> text("saved.again");
                    case SavedState.Saving(var entered) when entered.equals(words) -> "";
                    case SavedState.Saving _, SavedState.Nothing _, SavedState.At _, SavedState.Not _ -> words;
                };
            case SavedState.Saving(var words) -> words;
            case SavedState.Waiting(var words, var entries) ->
                before.saved() instanceof SavedState.Waiting(var _, var known)
                        ? entries > known ? words : ""
                        : text("saved.away");
            case SavedState.Not(var sentence) -> sentence;
        };
    }

    private String phase() {
        return now.phase() == before.phase()
                ? ""
                : switch (now.phase()) {
                    case SCHEDULED -> "";
                    case LIVE -> text("said.live");
                    case DEBRIEFING -> text("said.over");
                    case PUBLISHED -> text("said.published");
                    case CANCELLED -> text("ended.heading");
                };
    }

    private String pause() {
        return now.paused() == before.paused() || now.phase() != Phase.LIVE
                ? ""
                : text(now.paused() ? "pause.paused" : "said.resumed");
    }

    private String lead() {
        Setup setup = now.view().setup();
        if (setup.lead().equals(before.view().setup().lead())) {
            return "";
        }
        return now.leads()
                ? text("seat.you-lead")
                : text("seat.leads", now.names().of(setup.lead()));
    }

    /** What the own locked sheet waits for. */
    private String waiting() {
        String waits = AfterLock.waiting(now);
        return waits.equals(AfterLock.waiting(before)) ? "" : waits;
    }

    private String table() {
        Optional<String> open = Position.open(now.view());
        return open.equals(Position.open(before.view())) || now.phase() != Phase.LIVE
                ? ""
                : open.map(id -> text("said.on-table", now.title(id))).orElseGet(() -> text("said.off-table"));
    }

    /** Another question on the screen, without one on the table. */
    private String looked() {
        return now.shown()
                .filter(item -> !before.shown().equals(now.shown()))
                .filter(item -> Position.open(now.view()).equals(Position.open(before.view())))
                .map(item -> text("said.shown", item.title()))
                .orElse("");
    }

    /** Another trap of the same question, which the keys are about from now on. */
    private String trap() {
        return now.shown().isPresent()
                        && now.shown().equals(before.shown())
                        && now.saved().equals(before.saved())
                        && !now.currentTrap().equals(before.currentTrap())
                ? now.currentTrap().map(trap -> text("said.trap", trap.name())).orElse("")
                : "";
    }

    private String leftOut() {
        return now.leftOut() && !before.leftOut() ? text("said.scoring-closed") : "";
    }

    private String agenda() {
        List<AgendaItem> items = items(now.view());
        List<AgendaItem> known = items(before.view());
        Stream<String> added =
                items.stream().filter(item -> !known.contains(item)).map(item -> text("said.added", item.title()));
        Stream<String> skipped = items.stream()
                .filter(item -> now.skipped(item.questionId()) && !before.skipped(item.questionId()))
                .map(item -> text("said.skipped", item.title()));
        // Whoever has moved a question has heard so.
        Stream<String> moved = now.saved().equals(before.saved()) ? moved(known, items).stream() : Stream.empty();
        return Stream.of(added, skipped, moved).flatMap(words -> words).collect(Collectors.joining(" "));
    }

    /** The question whose taking out makes the two orders the same. */
    private static Optional<String> moved(List<AgendaItem> before, List<AgendaItem> now) {
        if (before.equals(now) || before.size() != now.size()) {
            return Optional.empty();
        }
        return now.stream()
                .filter(item -> without(item, before).equals(without(item, now)))
                .findFirst()
                .map(item -> text("said.moved", item.title(), now.indexOf(item) + 1, now.size()))
                .or(() -> Optional.of(text("said.reordered")));
    }

    private static List<AgendaItem> without(AgendaItem item, List<AgendaItem> items) {
        return items.stream().filter(other -> !other.equals(item)).toList();
    }

    private String candidate() {
        return now.candidateHere() && !before.candidateHere() && now.phase() == before.phase()
                ? text("said.candidate-here", now.names().candidate())
                : "";
    }

    private static List<AgendaItem> items(InterviewerView view) {
        return view.setup().agenda().items();
    }
}
