package org.threeshift.interviewer.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.threeshift.core.interview.Outlook;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.interview.model.Reversal;
import org.threeshift.interviewer.console.CarriedEntry.Meaning;

/**
 * Hands in again what a browser has carried over the death of a node. What lies in a browser is anybody's at that browser:
 * nothing counts from a moment to come or from before the start.
 */
final class HandingIn {
    /** Later nobody remembers having entered it, and the interview has gone on. */
    static final Duration FOR = Duration.ofMinutes(5);
    /** So far may the clocks of two nodes differ. */
    static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);
    /** More than anybody enters within {@link #FOR}. */
    static final int MOST = 500;

    private static final int MOST_NAMED = 12;
    private static final int LONGEST_NAME = 160;

    private final ConsolePresenter console;
    private final Outlook before;
    private final Outbox outbox;
    private final Map<UUID, CarriedEntry> carried = new HashMap<>();
    private final List<String> lost = new ArrayList<>();

    /** @param before the interview as this node has just read it */
    HandingIn(ConsolePresenter console, Outlook before, Outbox outbox) {
        this.console = console;
        this.before = before;
        this.outbox = outbox;
    }

    /** @return what was not saved and is not handed in again, by name */
    List<String> of(List<CarriedEntry> entries) {
        List<CarriedEntry> some = entries.subList(0, Math.min(entries.size(), MOST));
        some.forEach(entry -> entry.commandId().ifPresent(id -> carried.put(id, entry)));
        List<UUID> undone = some.stream()
                .flatMap(entry -> entry.meaning().stream())
                .flatMap(meaning -> meaning instanceof Meaning.Undo(var id) ? Stream.of(id) : Stream.of())
                .toList();
        for (CarriedEntry entry : some) {
            entry.commandId()
                    .filter(id -> !before.knows(id) && !outbox.holds(id) && !undone.contains(id))
                    .ifPresent(id -> entry.meaning().ifPresent(meaning -> take(id, entry, meaning)));
        }
        return lost.stream().limit(MOST_NAMED).map(HandingIn::cut).toList();
    }

    private static String cut(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }

    private void take(UUID id, CarriedEntry entry, Meaning meaning) {
        if (meaning instanceof Meaning.Undo(var undone) && !before.knows(undone)) {
            // Neither was saved, which is what was wanted.
            return;
        }
        boolean taken = moment(entry).filter(at -> taken(id, at, meaning)).isPresent();
        if (!taken) {
            lost.add(entry.name());
        }
    }

    private boolean taken(UUID id, Instant at, Meaning meaning) {
        return switch (meaning) {
            case Meaning.Send(var command) -> fits(command, at) && send(id, at, command);
            case Meaning.Undo(var undone) ->
                Optional.ofNullable(carried.get(undone))
                        .flatMap(CarriedEntry::undoing)
                        .filter(reversal -> takeBack(id, at, reversal))
                        .isPresent();
            case Meaning.TakeBack(var reversal) -> takeBack(id, at, reversal);
            case Meaning.Lost() -> false;
        };
    }

    /** When it was entered, by this node's clock; absent for what is too old, from before the start, or of tomorrow. */
    private Optional<Instant> moment(CarriedEntry entry) {
        Instant now = console.now();
        Optional<Instant> start = before.view().course().map(Course::startedAt);
        return entry.entered()
                .filter(at -> !at.isBefore(now.minus(FOR)) && !at.isAfter(now.plus(CLOCKS_DIFFER)))
                .map(at -> at.isAfter(now) ? now : at)
                .filter(at -> start.filter(at::isBefore).isEmpty());
    }

    private boolean send(UUID id, Instant at, Command command) {
        console.send(id, at, command);
        return true;
    }

    /** A question that was put on or taken off the table since is not moved by what somebody meant before. */
    private boolean fits(Command command, Instant at) {
        return switch (command) {
            case Command.Pose _ ->
                console.view().phase() == Phase.LIVE
                        && lastMove().filter(at::isBefore).isEmpty();
            case Command.CloseQuestion(var question) ->
                Position.open(console.view()).filter(question::equals).isPresent()
                        && lastMove().filter(at::isBefore).isEmpty();
            default -> true;
        };
    }

    private Optional<Instant> lastMove() {
        return console.view().course().stream()
                .flatMap(course -> course.posed().stream())
                .flatMap(posed -> Stream.concat(Stream.of(posed.at()), posed.since().stream()))
                .max(Instant::compareTo);
    }

    /** Only when that is what would be taken back: never another thing. */
    private boolean takeBack(UUID id, Instant at, Reversal reversal) {
        List<Reversal> reversals = console.view().sheet().reversals();
        return !reversals.isEmpty()
                && CarriedEntry.same(reversals.getLast(), reversal)
                && send(id, at, new Command.Undo());
    }
}
