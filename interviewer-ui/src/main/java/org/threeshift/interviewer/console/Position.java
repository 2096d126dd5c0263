package org.threeshift.interviewer.console;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeshift.core.interview.DebriefView;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.rubric.Shift;

/**
 * Where the person stands on the screen. It is never stored: after a reload the log says which question is open.
 *
 * @param chosen a question chosen from the agenda, instead of the one that the log has open
 * @param shift  the shift that a level key sets, when it was moved
 * @param trap   the trap that the trap key judges, when it was moved
 * @param sheet  whether the sheet is looked at instead of a question or of the debrief
 */
record Position(Optional<String> chosen, Optional<Shift> shift, Optional<String> trap, boolean sheet) {
    static final Position START = new Position(Optional.empty(), Optional.empty(), Optional.empty(), false);

    Position choose(String questionId) {
        return new Position(Optional.of(questionId), Optional.empty(), Optional.empty(), false);
    }

    Position on(Shift current) {
        return new Position(chosen, Optional.of(current), trap, sheet);
    }

    /** On the next shift that a question probes; on the last one it stays. */
    Position after(Shift rated, AgendaItem item) {
        return item.shifts().stream()
                .filter(next -> next.compareTo(rated) > 0)
                .sorted()
                .findFirst()
                .map(this::on)
                .orElse(this);
    }

    Position at(String currentTrap) {
        return new Position(chosen, shift, Optional.of(currentTrap), sheet);
    }

    Position atSheet(boolean open) {
        return new Position(open ? Optional.empty() : chosen, shift, trap, open);
    }

    /**
     * Follows the log: a newly opened question, or the end, takes the place of what was looked at. A question that is taken off
     * the table stays on the screen: there is more to write about it.
     */
    Position follow(InterviewerView before, InterviewerView now) {
        boolean moved = before.phase() != now.phase()
                || !before.debrief().map(DebriefView::open).equals(now.debrief().map(DebriefView::open));
        if (moved
                || open(now).filter(id -> !open(before).equals(Optional.of(id))).isPresent()) {
            return START;
        }
        boolean closed = open(before).isPresent() && open(now).isEmpty();
        return closed && chosen.isEmpty() && !sheet ? new Position(open(before), shift, trap, false) : this;
    }

    /** The debrief, once there is one and nothing else is looked at. */
    Optional<DebriefView> talk(InterviewerView view) {
        return sheet || chosen.isPresent() ? Optional.empty() : view.debrief();
    }

    Optional<AgendaItem> shown(InterviewerView view) {
        if (sheet || view.course().isEmpty()) {
            return Optional.empty();
        }
        if (chosen.isPresent()) {
            return chosen.flatMap(view.setup().agenda()::item);
        }
        return view.phase() == Phase.LIVE
                ? onTableLast(view).flatMap(view.setup().agenda()::item).or(() -> next(view))
                : Optional.empty();
    }

    /** The question on the table; while there is none, the newest of those that were. */
    private static Optional<String> onTableLast(InterviewerView view) {
        return open(view)
                .or(() -> view.course()
                        .map(Course::posed)
                        .filter(posed -> !posed.isEmpty())
                        .map(posed -> posed.getLast().questionId()));
    }

    /** What is posed next; absent when everything was posed or skipped. */
    static Optional<AgendaItem> next(InterviewerView view) {
        return coming(view).stream().findFirst();
    }

    /** What is still to be posed, in the order in which it comes: after the open question, then what stands before it. */
    static List<AgendaItem> coming(InterviewerView view) {
        List<AgendaItem> items = view.setup().agenda().items();
        int at = open(view)
                .map(id -> items.stream().map(AgendaItem::questionId).toList().indexOf(id))
                .orElse(-1);
        return Stream.concat(items.stream().skip(at + 1L), items.stream().limit(at + 1L))
                .filter(item -> comes(view, item))
                .toList();
    }

    Optional<Shift> currentShift(AgendaItem item) {
        return shift.filter(item.shifts()::contains)
                .or(() -> Arrays.stream(Shift.values())
                        .filter(item.shifts()::contains)
                        .findFirst());
    }

    Optional<AgendaItem.Trap> currentTrap(AgendaItem item) {
        return item.traps().stream()
                .filter(one -> trap.filter(one.id()::equals).isPresent())
                .findFirst()
                .or(() -> item.traps().stream().findFirst());
    }

    static Optional<String> open(InterviewerView view) {
        return view.course().flatMap(Course::open);
    }

    private static boolean comes(InterviewerView view, AgendaItem item) {
        return view.course()
                .filter(course ->
                        course.wasPosed(item.questionId()) || course.skipped().contains(item.questionId()))
                .isEmpty();
    }
}
