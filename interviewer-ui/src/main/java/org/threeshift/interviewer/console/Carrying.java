package org.threeshift.interviewer.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Reversal;

/**
 * What waits to be saved, as the browser keeps it. What is taken back goes with what takes it back: on another node "the last
 * thing" may be another one.
 */
final class Carrying {
    private final Function<List<Sent>, InterviewerView> foreseen;
    private final List<CarriedEntry> entries = new ArrayList<>();
    /** What can be taken back of what waits, the last one first. */
    private final Deque<Sent> undoable = new ArrayDeque<>();

    private Carrying(Function<List<Sent>, InterviewerView> foreseen) {
        this.foreseen = foreseen;
    }

    /**
     * @param unsaved  in the order in which it was entered
     * @param foreseen the interview with the first so many of it
     * @param saved    the interview without any of it
     */
    static List<CarriedEntry> of(
            List<Sent> unsaved, Function<List<Sent>, InterviewerView> foreseen, InterviewerView saved) {
        if (unsaved.stream().noneMatch(sent -> sent.command() instanceof Command.Undo)) {
            return unsaved.stream()
                    .flatMap(sent -> CarriedEntry.of(sent, saved).stream())
                    .toList();
        }
        var carrying = new Carrying(foreseen);
        List<Reversal> before = saved.sheet().reversals();
        for (int count = 1; count <= unsaved.size(); count++) {
            before = carrying.add(unsaved.get(count - 1), unsaved.subList(0, count), before);
        }
        return List.copyOf(carrying.entries);
    }

    private List<Reversal> add(Sent sent, List<Sent> upToIt, List<Reversal> before) {
        InterviewerView view = foreseen.apply(upToIt);
        List<Reversal> after = view.sheet().reversals();
        if (sent.command() instanceof Command.Undo && after.size() < before.size()) {
            entries.add(
                    undoable.isEmpty()
                            ? CarriedEntry.takingBack(sent, before.getLast())
                            : CarriedEntry.takingBack(sent, undoable.pop()));
        } else {
            if (after.size() > before.size()) {
                undoable.push(sent);
            }
            CarriedEntry.of(sent, view).ifPresent(entries::add);
        }
        return after;
    }
}
