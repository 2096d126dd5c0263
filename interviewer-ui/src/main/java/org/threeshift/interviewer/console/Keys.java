package org.threeshift.interviewer.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;

/** What each key does. Keys that only move the focus within the browser never come here. */
final class Keys {
    static final String UNDO = "Ctrl+Z";
    private static final String END = "e";

    private static final Map<String, Function<Press, Screen>> LOBBY =
            Map.of("b", press -> press.console().lobby().start());
    private static final Map<String, Function<Press, Screen>> SHEET = sheet();
    private static final Map<String, Function<Press, Screen>> LIVE = live();
    private static final Map<String, Function<Press, Screen>> TALK = Map.of(
            "]", press -> press.console().talk().onward(),
            "[", press -> press.console().talk().back(),
            "c", press -> press.console().talk().confirm(),
            "l", press -> press.console().toggleSheet());
    /** Of somebody who only watches: they look at what they like. */
    private static final Map<String, Function<Press, Screen>> WATCHING = watching();

    /** All keys that mean something in some phase. */
    static final Set<String> KNOWN = Stream.of(LOBBY, SHEET, LIVE, TALK)
            .flatMap(keys -> keys.keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));

    /** What only makes sense to whoever sees what comes of it: not taken while there is no line, nor long after it was pressed. */
    static final Set<String> MOVES = moves();

    private final ConsolePresenter presenter;

    /**
     * A key that was pressed.
     *
     * @param screen what it was pressed on
     * @param row    the question of the agenda's row that had the focus
     */
    private record Press(ConsolePresenter console, Screen screen, Optional<String> row) {
        /** On the question that is meant: the row's, or else the one that is shown. */
        Screen onQuestion(BiFunction<CoursePresenter, String, Screen> action) {
            return row.or(() -> screen.shown().map(AgendaItem::questionId))
                    .map(question -> action.apply(console.course(), question))
                    .orElse(screen);
        }

        Screen onTrap(Function<AgendaItem.Trap, Screen> action) {
            return screen.currentTrap().map(action).orElse(screen);
        }

        Screen onlyWatches() {
            return console.say(Place.COURSE, "seat.only-watches");
        }
    }

    Keys(ConsolePresenter presenter) {
        this.presenter = presenter;
    }

    Screen press(String key) {
        return press(key, Optional.empty());
    }

    /**
     * @param key as browsers name it; a key without a meaning now changes nothing
     * @param row the question of the agenda's row that has the focus
     */
    Screen press(String key, Optional<String> row) {
        if (!key.equals(END)) {
            presenter.course().forgetTheEnd();
        }
        Screen screen = presenter.screen();
        if (screen.talk().isPresent()) {
            return TALK.getOrDefault(key, Press::screen).apply(new Press(presenter, screen, row));
        }
        Map<String, Function<Press, Screen>> keys = screen.observes()
                ? WATCHING
                : switch (screen.phase()) {
                    case SCHEDULED -> LOBBY;
                    case LIVE -> LIVE;
                    case DEBRIEFING, PUBLISHED -> SHEET;
                    case CANCELLED -> Map.of();
                };
        return keys.getOrDefault(key, screen.observes() ? Press::onlyWatches : Press::screen)
                .apply(new Press(presenter, screen, row));
    }

    private static Map<String, Function<Press, Screen>> sheet() {
        Map<String, Function<Press, Screen>> keys = new HashMap<>();
        for (Level level : Level.values()) {
            keys.put(
                    Integer.toString(level.key()),
                    press -> press.screen()
                            .currentShift()
                            .map(shift -> press.console().scoring().rate(shift, level))
                            .orElse(press.screen()));
        }
        for (TrapJudgement judgement : TrapJudgement.values()) {
            keys.put(
                    of(judgement),
                    press -> press.onTrap(trap -> press.console().scoring().judgeTrap(trap.id(), judgement)));
        }
        keys.put("t", press -> press.onTrap(trap -> press.console().look(after(trap, press.screen()))));
        keys.put(UNDO, press -> press.console().scoring().undo());
        keys.put(
                "[",
                press -> before(press.screen())
                        .map(item -> press.console().choose(item.questionId()))
                        .orElse(press.screen()));
        keys.put("l", press -> press.console().toggleSheet());
        return Map.copyOf(keys);
    }

    private static Map<String, Function<Press, Screen>> watching() {
        Map<String, Function<Press, Screen>> keys = new HashMap<>(SHEET);
        keys.keySet().retainAll(Set.of("t", "["));
        keys.put(
                "l",
                press -> press.screen().phase() == Phase.LIVE
                        ? press.screen()
                        : press.console().toggleSheet());
        return Map.copyOf(keys);
    }

    private static Map<String, Function<Press, Screen>> live() {
        Map<String, Function<Press, Screen>> keys = new HashMap<>(SHEET);
        keys.put("]", press -> press.console().course().next());
        keys.put("i", press -> press.console().course().takeLead());
        keys.put("x", press -> press.console().course().closeQuestion());
        keys.put("q", press -> press.console().course().pauseOrResume());
        keys.put("o", press -> press.onQuestion(CoursePresenter::pose));
        keys.put("k", press -> press.onQuestion(CoursePresenter::skip));
        keys.put("u", press -> press.onQuestion((course, question) -> course.move(question, -1)));
        keys.put("d", press -> press.onQuestion((course, question) -> course.move(question, 1)));
        keys.put("+", press -> press.console().course().offer());
        keys.put(END, press -> press.console().course().towardsTheEnd());
        keys.put("p", Keys::nextProbe);
        keys.put("h", press -> judgeLastProbe(press, true));
        keys.put("j", press -> judgeLastProbe(press, false));
        for (Shift shift : Shift.values()) {
            keys.put(of(shift), press -> press.console().scoring().markHeight(shift));
        }
        return Map.copyOf(keys);
    }

    /** Everything but what stands on the sheet afterwards, whatever is shown meanwhile. */
    private static Set<String> moves() {
        Set<String> keys = new TreeSet<>(KNOWN);
        for (Level level : Level.values()) {
            keys.remove(Integer.toString(level.key()));
        }
        for (TrapJudgement judgement : TrapJudgement.values()) {
            keys.remove(of(judgement));
        }
        for (Shift shift : Shift.values()) {
            keys.remove(of(shift));
        }
        keys.removeAll(Set.of("p", "h", "j", UNDO));
        return keys;
    }

    /** Marks the shift's leader's side as reached now. */
    static String of(Shift shift) {
        return switch (shift) {
            case STRATEGY -> "s";
            case ACCOUNTABILITY -> "a";
            case TEAM -> "m";
        };
    }

    static String of(TrapJudgement judgement) {
        return switch (judgement) {
            case AVOIDED -> "v";
            case FELL -> "f";
            case RECOVERED -> "r";
        };
    }

    private static AgendaItem.Trap after(AgendaItem.Trap trap, Screen screen) {
        List<AgendaItem.Trap> traps = screen.shown().map(AgendaItem::traps).orElse(List.of(trap));
        return traps.get((traps.indexOf(trap) + 1) % traps.size());
    }

    /** The agenda's question before the shown one, the last one from the sheet. */
    private static Optional<AgendaItem> before(Screen screen) {
        List<AgendaItem> items = screen.view().setup().agenda().items();
        int at = screen.shown().map(items::indexOf).orElse(items.size());
        return at > 0 ? Optional.of(items.get(at - 1)) : Optional.empty();
    }

    private static Screen nextProbe(Press press) {
        return press.screen()
                .nextRung()
                .map(press.console().scoring()::askProbe)
                .orElseGet(() -> press.console().say(Place.PROBE, "probe.all-asked"));
    }

    private static Screen judgeLastProbe(Press press, boolean held) {
        return press.screen()
                .lastOwnProbe()
                .map(probe -> press.console().scoring().judgeProbe(probe.rung(), held))
                .orElseGet(() -> press.console().say(Place.PROBE, "probe.none-asked"));
    }
}
