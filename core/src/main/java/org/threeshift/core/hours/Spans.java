package org.threeshift.core.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A set of time: any number of spans in order, of which no two overlap or touch. Equal sets have equal spans.
 *
 * @param all in order of time
 */
public record Spans(List<Span> all) {
    public static final Spans NONE = new Spans(List.of());

    /** Takes spans in any order, overlapping or not. */
    public Spans {
        all = merged(all);
    }

    public static Spans of(Span... spans) {
        return new Spans(List.of(spans));
    }

    public static Spans of(Collection<Span> spans) {
        return new Spans(List.copyOf(spans));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public Duration total() {
        return all.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }

    public boolean contains(Instant at) {
        return all.stream().anyMatch(span -> span.contains(at));
    }

    /** Whether the whole of it lies within. */
    public boolean contains(Span whole) {
        return all.stream().anyMatch(span -> span.contains(whole));
    }

    public Spans union(Spans other) {
        return new Spans(Stream.concat(all.stream(), other.all.stream()).toList());
    }

    /** What both have. In step with the number of spans. */
    public Spans intersection(Spans other) {
        List<Span> shared = new ArrayList<>();
        int mine = 0;
        int theirs = 0;
        while (mine < all.size() && theirs < other.all.size()) {
            Span one = all.get(mine);
            Span two = other.all.get(theirs);
            one.intersection(two).ifPresent(shared::add);
            if (one.until().isBefore(two.until())) {
                mine++;
            } else {
                theirs++;
            }
        }
        return new Spans(shared);
    }

    public Spans intersection(Span with) {
        return new Spans(
                all.stream().flatMap(span -> span.intersection(with).stream()).toList());
    }

    /** What is left of this when that is taken away. */
    public Spans minus(Spans that) {
        List<Span> left = new ArrayList<>();
        int next = 0;
        for (Span span : all) {
            Instant from = span.from();
            while (next < that.all.size() && !that.all.get(next).until().isAfter(from)) {
                next++;
            }
            for (int at = next; at < that.all.size(); at++) {
                Span gone = that.all.get(at);
                if (!gone.from().isBefore(span.until())) {
                    break;
                }
                if (from.isBefore(gone.from())) {
                    left.add(new Span(from, gone.from()));
                }
                from = Span.later(from, gone.until());
            }
            if (from.isBefore(span.until())) {
                left.add(new Span(from, span.until()));
            }
        }
        return new Spans(left);
    }

    /** Without those that are shorter. */
    public Spans atLeast(Duration length) {
        return new Spans(all.stream()
                .filter(span -> span.length().compareTo(length) >= 0)
                .toList());
    }

    /**
     * The moments at which something of this length can start and still lie within one span, in order of time.
     *
     * @param step how far apart, counted from the full hour of UTC: with fifteen minutes every quarter of an hour on every wall
     *     clock there is today, whatever its zone
     */
    public List<Instant> starts(Duration length, Duration step) {
        if (step.isNegative() || step.isZero() || length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("A length and a step are longer than nothing");
        }
        List<Instant> starts = new ArrayList<>();
        for (Span span : all) {
            Instant start = upTo(span.from(), step);
            while (!start.plus(length).isAfter(span.until())) {
                starts.add(start);
                start = start.plus(step);
            }
        }
        return List.copyOf(starts);
    }

    private static Instant upTo(Instant from, Duration step) {
        long past = Math.floorMod(from.getEpochSecond(), step.toSeconds());
        Instant before = Instant.ofEpochSecond(from.getEpochSecond() - past);
        return before.isBefore(from) ? before.plus(step) : before;
    }

    /** Whether they are in order already, and no two touch. */
    private static boolean apart(List<Span> spans) {
        for (int next = 1; next < spans.size(); next++) {
            if (!spans.get(next - 1).until().isBefore(spans.get(next).from())) {
                return false;
            }
        }
        return true;
    }

    private static List<Span> merged(List<Span> spans) {
        if (apart(spans)) {
            return List.copyOf(spans);
        }
        List<Span> merged = new ArrayList<>();
        for (Span span : spans.stream().sorted().toList()) {
            if (merged.isEmpty() || merged.getLast().until().isBefore(span.from())) {
                merged.add(span);
            } else {
                Span last = merged.removeLast();
                merged.add(new Span(last.from(), Span.later(last.until(), span.until())));
            }
        }
        return List.copyOf(merged);
    }
}
