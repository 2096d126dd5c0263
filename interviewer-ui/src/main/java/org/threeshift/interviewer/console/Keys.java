package org.threeshift.interviewer.console;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Course.Posed;
import org.threeshift.core.interview.model.Course.Probe;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;

/** What each key does. Keys that only move the focus within the browser never come here. */
final class Keys {
    /** What a key does, given the screen that it was pressed on. */
    @FunctionalInterface
    private interface Action {
        Screen take(ConsolePresenter console, Screen screen);
    }

    private static final Map<String, Action> LOBBY =
            Map.of("b", (console, _) -> console.lobby().start());
    private static final Map<String, Action> SHEET = sheet();
    private static final Map<String, Action> LIVE = live();
    private static final Map<String, Action> TALK = Map.of(
            "]", (console, _) -> console.talk().onward(),
            "[", (console, _) -> console.talk().back(),
            "c", (console, _) -> console.talk().confirm(),
            "l", (console, _) -> console.toggleSheet());
    /** Of somebody who only watches: they look at what they like. */
    private static final Map<String, Action> WATCHING = watching();

    /** All keys that mean something in some phase. */
    static final Set<String> KNOWN = known();

    private final ConsolePresenter presenter;

    Keys(ConsolePresenter presenter) {
        this.presenter = presenter;
    }

    /** @param key as browsers name it; a key without a meaning now changes nothing */
    Screen press(String key) {
        Screen screen = presenter.screen();
        if (screen.talk().isPresent()) {
            return TALK.getOrDefault(key, (_, same) -> same).take(presenter, screen);
        }
        if (screen.observes()) {
            return WATCHING.getOrDefault(key, (console, _) -> console.say(Place.COURSE, "seat.only-watches"))
                    .take(presenter, screen);
        }
        Map<String, Action> actions = switch (screen.phase()) {
            case SCHEDULED -> LOBBY;
            case LIVE -> LIVE;
            case DEBRIEFING, PUBLISHED -> SHEET;
            case CANCELLED -> Map.of();
        };
        return actions.getOrDefault(key, (_, same) -> same).take(presenter, screen);
    }

    private static Map<String, Action> sheet() {
        Map<String, Action> keys = new HashMap<>();
        for (Level level : Level.values()) {
            keys.put(
                    Integer.toString(level.key()),
                    (console, screen) -> screen.currentShift()
                            .map(shift -> console.scoring().rate(shift, level))
                            .orElse(screen));
        }
        keys.put(
                "t",
                (console, screen) -> screen.currentTrap()
                        .map(trap -> console.scoring().judgeTrap(trap.id(), after(screen.judgement(trap.id()))))
                        .orElse(screen));
        keys.put("T", (console, screen) -> nextTrap(screen).map(console::look).orElse(screen));
        keys.put(
                "[",
                (console, screen) -> neighbour(screen)
                        .map(item -> console.choose(item.questionId()))
                        .orElse(screen));
        keys.put("l", (console, _) -> console.toggleSheet());
        return Map.copyOf(keys);
    }

    private static Map<String, Action> watching() {
        Map<String, Action> keys = new HashMap<>(SHEET);
        keys.keySet().retainAll(Set.of("T", "["));
        keys.put("l", (console, screen) -> screen.phase() == Phase.LIVE ? screen : console.toggleSheet());
        return Map.copyOf(keys);
    }

    private static Map<String, Action> live() {
        Map<String, Action> keys = new HashMap<>(SHEET);
        keys.put("]", (console, _) -> console.course().next());
        keys.put("x", (console, _) -> console.course().closeQuestion());
        keys.put(
                "o",
                (console, screen) -> screen.shown()
                        .map(item -> console.course().pose(item.questionId()))
                        .orElse(screen));
        keys.put("p", Keys::nextProbe);
        keys.put("h", Keys::judgeLastProbe);
        for (Shift shift : Shift.values()) {
            keys.put(height(shift), (console, _) -> console.scoring().markHeight(shift));
        }
        return Map.copyOf(keys);
    }

    /** The key that marks a shift's leader's side as reached now. */
    static String height(Shift shift) {
        return switch (shift) {
            case STRATEGY -> "s";
            case ACCOUNTABILITY -> "a";
            case TEAM -> "m";
        };
    }

    private static Set<String> known() {
        Set<String> all = new TreeSet<>(LOBBY.keySet());
        all.addAll(SHEET.keySet());
        all.addAll(LIVE.keySet());
        all.addAll(TALK.keySet());
        return Set.copyOf(all);
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

    private static Screen nextProbe(ConsolePresenter console, Screen screen) {
        List<Rung> asked = screen.posed().map(Posed::probes).orElse(List.of()).stream()
                .map(Probe::rung)
                .toList();
        return Arrays.stream(Rung.values())
                .filter(rung -> !asked.contains(rung))
                .findFirst()
                .map(console.scoring()::askProbe)
                .orElseGet(() -> console.say(Place.PROBE, "probe.all-asked"));
    }

    private static Screen judgeLastProbe(ConsolePresenter console, Screen screen) {
        List<Probe> probes = screen.posed().map(Posed::probes).orElse(List.of());
        if (probes.isEmpty()) {
            return console.say(Place.PROBE, "probe.none-asked");
        }
        Probe last = probes.getLast();
        return console.scoring().judgeProbe(last.rung(), !last.held().orElse(false));
    }
}
