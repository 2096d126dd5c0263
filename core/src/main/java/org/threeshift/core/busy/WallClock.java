package org.threeshift.core.busy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.threeshift.core.hours.Span;

/** What a wall clock somewhere shows, as a moment: by the rules that Java knows, or by those that a calendar file brings along. */
sealed interface WallClock {
    Instant at(LocalDateTime shown);

    /** What it shows at a moment. */
    LocalDateTime shows(Instant at);

    /** By Java's rules. */
    record Known(ZoneId zone) implements WallClock {
        @Override
        public Instant at(LocalDateTime shown) {
            return shown.atZone(zone).toInstant();
        }

        @Override
        public LocalDateTime shows(Instant at) {
            return LocalDateTime.ofInstant(at, zone);
        }
    }

    /**
     * By the rules of a file.
     *
     * @param changes at least one, in their order
     */
    record Told(List<Change> changes) implements WallClock {
        public Told {
            changes = List.copyOf(changes);
        }

        /** By halves: a file may name as many changes, and ask for as many moments, as fit into it. */
        @Override
        public Instant at(LocalDateTime shown) {
            int from = 0;
            int until = changes.size();
            while (from < until) {
                int middle = (from + until) / 2;
                if (changes.get(middle).onset().isAfter(shown)) {
                    until = middle;
                } else {
                    from = middle + 1;
                }
            }
            return shown.toInstant(
                    from == 0
                            ? changes.getFirst().before()
                            : changes.get(from - 1).after());
        }

        @Override
        public LocalDateTime shows(Instant at) {
            ZoneOffset offset = changes.getFirst().before();
            for (Change change : changes) {
                if (!change.onset().toInstant(change.before()).isAfter(at)) {
                    offset = change.after();
                }
            }
            return LocalDateTime.ofInstant(at, offset);
        }
    }

    /** @param onset what the clock shows when it is changed, by the offset before */
    record Change(LocalDateTime onset, ZoneOffset before, ZoneOffset after) {}

    Pattern SLASH = Pattern.compile("/");

    Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());

    int LONGEST_NAME = 255;

    /** Changes of a zone that a file tells of: as many as no zone has in a thousand years. */
    int MOST_CHANGES = 2_000;

    /** A zone of a name that Java knows, also behind what some programs write before it; absent for any other. */
    static Optional<WallClock> named(String name) {
        String tidy = name.strip();
        if (tidy.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String[] parts = SLASH.split(tidy);
        for (int first = 0; first < parts.length; first++) {
            String tail = String.join("/", List.of(parts).subList(first, parts.length));
            if (KNOWN.contains(tail)) {
                return Optional.of(new Known(ZoneId.of(tail)));
            }
        }
        return Optional.empty();
    }

    /** A zone by its definition in a file; absent when that cannot be understood. */
    static Optional<WallClock> told(Part definition, Span window, Work work) {
        List<Change> changes = new ArrayList<>();
        definition.parts("STANDARD", "DAYLIGHT").forEach(observance -> {
            work.take(1);
            changes.addAll(changes(observance, window, work));
        });
        changes.sort(Comparator.comparing(Change::onset));
        return changes.isEmpty() || changes.size() > MOST_CHANGES ? Optional.empty() : Optional.of(new Told(changes));
    }

    private static List<Change> changes(Part observance, Span window, Work work) {
        Optional<ZoneOffset> before = offset(observance, "TZOFFSETFROM");
        Optional<ZoneOffset> after = offset(observance, "TZOFFSETTO");
        Optional<LocalDateTime> start = observance.line("DTSTART").flatMap(line -> Stamp.local(line.value()));
        if (before.isEmpty() || after.isEmpty() || start.isEmpty()) {
            return List.of();
        }
        List<LocalDateTime> onsets = new ArrayList<>(List.of(start.get()));
        WallClock clock = new Known(before.get());
        // One before the window decides what holds at its beginning.
        var around = new Span(window.from().minus(java.time.Duration.ofDays(800)), window.until());
        observance
                .line("RRULE")
                .ifPresent(rule -> Repetition.of(rule.value(), start.get(), clock, false)
                        .flatMap(repetition -> repetition.within(around, java.time.Duration.ZERO, work))
                        .ifPresent(onsets::addAll));
        observance
                .lines("RDATE")
                .flatMap(line -> Stamp.SEPARATOR.splitAsStream(line.value()))
                .peek(value -> work.take(1))
                .map(Stamp::local)
                .flatMap(Optional::stream)
                .forEach(onsets::add);
        return onsets.stream()
                .distinct()
                .map(onset -> new Change(onset, before.get(), after.get()))
                .toList();
    }

    private static Optional<ZoneOffset> offset(Part observance, String name) {
        try {
            return observance.line(name).map(line -> ZoneOffset.of(line.value().strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
