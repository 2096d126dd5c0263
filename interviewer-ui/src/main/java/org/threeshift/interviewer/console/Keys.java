package org.threeshift.interviewer.console;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Course.Posed;
import org.threeshift.core.interview.model.Course.Probe;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;

/** What each key does. Keys that only move the focus within the browser never come here. */
final class Keys {
    private final ConsolePresenter presenter;

    Keys(ConsolePresenter presenter) {
        this.presenter = presenter;
    }

    /** @param key as browsers name it; a key without a meaning now changes nothing */
    Screen press(String key) {
        Screen screen = presenter.screen();
        return switch (screen.phase()) {
            case SCHEDULED -> key.equals("b") ? presenter.start() : screen;
            case LIVE -> live(key, screen);
            case DEBRIEFING, PUBLISHED -> onSheet(key, screen);
            case CANCELLED -> screen;
        };
    }

    private Screen live(String key, Screen screen) {
        return switch (key) {
            case "]" -> presenter.next();
            case "x" -> presenter.closeQuestion();
            case "o" ->
                screen.shown().map(item -> presenter.pose(item.questionId())).orElse(screen);
            case "p" -> nextProbe(screen);
            case "h" -> judgeLastProbe(screen);
            case "s" -> presenter.markHeight(Shift.STRATEGY);
            case "a" -> presenter.markHeight(Shift.ACCOUNTABILITY);
            case "m" -> presenter.markHeight(Shift.TEAM);
            default -> onSheet(key, screen);
        };
    }

    private Screen onSheet(String key, Screen screen) {
        return switch (key) {
            case "0", "1", "2", "3", "4", "5" ->
                screen.currentShift()
                        .map(shift -> presenter.rate(shift, Level.ofKey(Integer.parseInt(key))))
                        .orElse(screen);
            case "t" ->
                screen.currentTrap()
                        .map(trap -> presenter.judgeTrap(trap.id(), after(screen.judgement(trap.id()))))
                        .orElse(screen);
            case "T" -> nextTrap(screen).map(presenter::look).orElse(screen);
            case "[" ->
                neighbour(screen)
                        .map(item -> presenter.choose(item.questionId()))
                        .orElse(screen);
            case "l" -> presenter.toggleSheet();
            default -> screen;
        };
    }

    private static TrapJudgement after(Optional<TrapJudgement> now) {
        return now.map(judgement -> switch (judgement) {
                    case AVOIDED -> TrapJudgement.FELL;
                    case FELL -> TrapJudgement.RECOVERED;
                    case RECOVERED -> TrapJudgement.AVOIDED;
                })
                .orElse(TrapJudgement.AVOIDED);
    }

    private static Optional<AgendaItem.Trap> nextTrap(Screen screen) {
        List<AgendaItem.Trap> traps = screen.shown().map(AgendaItem::traps).orElse(List.of());
        return screen.currentTrap().map(trap -> traps.get((traps.indexOf(trap) + 1) % traps.size()));
    }

    /** The agenda's question before the shown one, the last one from the sheet. */
    private static Optional<AgendaItem> neighbour(Screen screen) {
        List<AgendaItem> items = screen.view().setup().agenda().items();
        int at = screen.shown().map(items::indexOf).orElse(items.size());
        return at > 0 ? Optional.of(items.get(at - 1)) : Optional.empty();
    }

    private Screen nextProbe(Screen screen) {
        List<Rung> asked = screen.posed().map(Posed::probes).orElse(List.of()).stream()
                .map(Probe::rung)
                .toList();
        return Arrays.stream(Rung.values())
                .filter(rung -> !asked.contains(rung))
                .findFirst()
                .map(presenter::askProbe)
                .orElseGet(() -> presenter.say(Place.PROBE, "probe.all-asked"));
    }

    private Screen judgeLastProbe(Screen screen) {
        List<Probe> probes = screen.posed().map(Posed::probes).orElse(List.of());
        if (probes.isEmpty()) {
            return presenter.say(Place.PROBE, "probe.none-asked");
        }
        Probe last = probes.getLast();
        return presenter.judgeProbe(last.rung(), !last.held().orElse(false));
    }
}
