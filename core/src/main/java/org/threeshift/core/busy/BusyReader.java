package org.threeshift.core.busy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.threeshift.core.hours.Span;

/**
 * Reads a calendar file for nothing but when its owner is busy. No title, no place and no person of it is looked at. What it cannot
 * read it counts, so that its owner learns of it.
 */
final class BusyReader {
    static final int MOST_PARTS = 20_000;
    static final int MOST_SPANS = 3_000;

    private static final long STEPS = 1_500_000;
    private static final Duration LONGEST = Duration.ofDays(400);

    private final Span window;
    private final WallClock here;
    private final Map<String, Optional<WallClock>> zones = new HashMap<>();
    /** The zones that the file tells of, by their names in small letters. Found once: a file may name as many as it has events. */
    private final Map<String, Part> told = new HashMap<>();

    private final List<Span> busy = new ArrayList<>();
    private final Work work;
    private final Part calendar;
    private int skipped;

    private BusyReader(Span window, WallClock here, Part calendar, Work work) {
        this.window = window;
        this.here = here;
        this.calendar = calendar;
        this.work = work;
    }

    /** What came of it. */
    sealed interface Reading {
        /** @param skipped how many events could not be read */
        record Done(List<Span> busy, int skipped) implements Reading {
            public Done {
                busy = List.copyOf(busy);
            }
        }

        record Failed(Trouble trouble) implements Reading {}
    }

    /** @param zone where its owner is, for times that name no zone and for whole days */
    static Reading read(String text, ZoneId zone, Span window) {
        try {
            Part file = Part.of(text, MOST_PARTS);
            List<Part> calendars = file.parts("VCALENDAR").toList();
            if (calendars.isEmpty()) {
                return new Reading.Failed(Trouble.NO_CALENDAR);
            }
            List<Span> all = new ArrayList<>();
            // For all of them together: a file may hold as many calendars as events.
            var work = new Work(STEPS);
            int skipped = 0;
            for (Part calendar : calendars) {
                WallClock here = calendar.line("X-WR-TIMEZONE")
                        .flatMap(line -> WallClock.named(line.value()))
                        .orElseGet(() -> new WallClock.Known(zone));
                var reader = new BusyReader(window, here, calendar, work);
                reader.read();
                all.addAll(reader.busy);
                skipped += reader.skipped;
            }
            List<Span> joined = joined(all);
            return joined.size() > MOST_SPANS
                    ? new Reading.Failed(Trouble.TOO_MUCH)
                    : new Reading.Done(joined, skipped);
        } catch (Part.TooMuch e) {
            return new Reading.Failed(Trouble.TOO_MUCH);
        }
    }

    private void read() {
        calendar.parts("VTIMEZONE")
                .forEach(zone -> zone.line("TZID").ifPresent(line -> told.putIfAbsent(zoneName(line.value()), zone)));
        Map<String, Set<Instant>> moved = new HashMap<>();
        calendar.parts("VEVENT")
                .filter(event -> event.line("RECURRENCE-ID").isPresent())
                .forEach(event -> event.line("RECURRENCE-ID")
                        .flatMap(this::moment)
                        .ifPresent(at -> moved.computeIfAbsent(uid(event), key -> new HashSet<>())
                                .add(at)));
        calendar.parts("VEVENT").forEach(event -> event(event, moved.getOrDefault(uid(event), Set.of())));
        calendar.parts("VFREEBUSY")
                .flatMap(part -> part.lines("FREEBUSY"))
                .filter(line -> !line.parameter("FBTYPE").orElse("BUSY").equalsIgnoreCase("FREE"))
                .flatMap(line -> Stamp.SEPARATOR.splitAsStream(line.value()))
                .forEach(this::period);
    }

    private static String uid(Part event) {
        return event.line("UID").map(ContentLine::value).orElse("");
    }

    private void event(Part event, Set<Instant> movedElsewhere) {
        work.take(1);
        boolean free = event.says("STATUS", "CANCELLED")
                || event.says("TRANSP", "TRANSPARENT")
                || event.says("X-MICROSOFT-CDO-BUSYSTATUS", "FREE");
        if (free) {
            return;
        }
        Optional<ContentLine> line = event.line("DTSTART");
        Optional<WallClock> clock = line.flatMap(this::clock);
        Optional<LocalDateTime> start = line.flatMap(some -> Stamp.local(some.value()));
        if (clock.isEmpty() || start.isEmpty()) {
            skipped++;
            return;
        }
        boolean wholeDay = Stamp.wholeDay(line.get().value());
        Optional<Duration> length = length(event, clock.get().at(start.get()), wholeDay);
        if (length.isEmpty() || length.get().compareTo(LONGEST) > 0) {
            skipped++;
            return;
        }
        if (!length.get().isPositive()) {
            return;
        }
        starts(event, start.get(), clock.get(), wholeDay, length.get(), movedElsewhere)
                .ifPresentOrElse(
                        all -> all.forEach(at -> add(at, end(at, clock.get(), wholeDay, length.get()))),
                        () -> skipped++);
    }

    /** A day ends when the next one begins, also where it has 23 hours. */
    private static Instant end(Instant at, WallClock clock, boolean wholeDay, Duration length) {
        return wholeDay ? clock.at(clock.shows(at).plusDays(length.toDays())) : at.plus(length);
    }

    /** Absent when its rule cannot be followed. */
    private Optional<List<Instant>> starts(
            Part event,
            LocalDateTime start,
            WallClock clock,
            boolean wholeDay,
            Duration length,
            Set<Instant> movedElsewhere) {
        Set<Instant> starts = new HashSet<>();
        boolean single = event.line("RECURRENCE-ID").isPresent();
        starts.add(clock.at(start));
        for (ContentLine rule : event.lines("RRULE").limit(single ? 0 : 5).toList()) {
            Optional<List<LocalDateTime>> found = Repetition.of(rule.value(), start, clock, wholeDay)
                    .flatMap(repetition -> repetition.within(window, length, work));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            found.get().forEach(at -> starts.add(clock.at(at)));
        }
        if (!single) {
            moments(event, "RDATE").forEach(starts::add);
            moments(event, "EXDATE").forEach(starts::remove);
            starts.removeAll(movedElsewhere);
        }
        return Optional.of(List.copyOf(starts));
    }

    private Stream<Instant> moments(Part event, String name) {
        return event.lines(name)
                .flatMap(line -> Stamp.SEPARATOR
                        .splitAsStream(line.value())
                        .peek(value -> work.take(1))
                        .map(value -> Part.SLASHED.matcher(value).replaceFirst(""))
                        .map(value -> moment(new ContentLine(name, line.parameters(), value)))
                        .flatMap(Optional::stream));
    }

    private Optional<Instant> moment(ContentLine line) {
        return clock(line).flatMap(clock -> Stamp.local(line.value()).map(clock::at));
    }

    /** Absent for a zone that is neither known nor told. */
    private Optional<WallClock> clock(ContentLine line) {
        if (Stamp.utc(line.value())) {
            return Optional.of(new WallClock.Known(ZoneOffset.UTC));
        }
        Optional<String> named = line.parameter("TZID");
        if (named.isEmpty() || Stamp.wholeDay(line.value())) {
            return Optional.of(here);
        }
        return zones.computeIfAbsent(
                named.get(),
                name -> WallClock.named(name)
                        .or(() -> Optional.ofNullable(told.get(zoneName(name)))
                                .flatMap(zone -> WallClock.told(zone, window, work))));
    }

    private static String zoneName(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private Optional<Duration> length(Part event, Instant start, boolean wholeDay) {
        Optional<ContentLine> end = event.line("DTEND");
        if (end.isPresent()) {
            Optional<Instant> until = moment(end.get());
            return wholeDay
                    ? until.map(at -> Duration.ofDays(
                            Math.round(Duration.between(start, at).toHours() / 24.0)))
                    : until.map(at -> Duration.between(start, at));
        }
        Optional<ContentLine> duration = event.line("DURATION");
        if (duration.isPresent()) {
            return Stamp.duration(duration.get().value());
        }
        return Optional.of(wholeDay ? Duration.ofDays(1) : Duration.ZERO);
    }

    /** In UTC always (RFC 5545, section 3.8.2.6). */
    private void period(String period) {
        work.take(1);
        int slash = period.indexOf('/');
        Optional<Instant> from = slash < 0
                ? Optional.empty()
                : Stamp.local(period.substring(0, slash)).map(at -> at.toInstant(ZoneOffset.UTC));
        Optional<Instant> until = from.flatMap(at -> {
            String end = period.substring(slash + 1);
            return Stamp.duration(end)
                    .map(at::plus)
                    .or(() -> Stamp.local(end).map(local -> local.toInstant(ZoneOffset.UTC)));
        });
        if (until.isEmpty()) {
            skipped++;
        } else {
            add(from.get(), until.get());
        }
    }

    private void add(Instant from, Instant until) {
        if (from.isBefore(until)) {
            new Span(from, until).intersection(window).ifPresent(busy::add);
        }
    }

    /** Whatever overlaps or touches is one: how many appointments there are is nobody's business either. */
    private static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        spans.stream().sorted(Comparator.naturalOrder()).forEach(span -> {
            if (!joined.isEmpty() && !joined.getLast().until().isBefore(span.from())) {
                Span last = joined.removeLast();
                joined.add(new Span(last.from(), last.until().isAfter(span.until()) ? last.until() : span.until()));
            } else {
                joined.add(span);
            }
        });
        return joined;
    }
}
