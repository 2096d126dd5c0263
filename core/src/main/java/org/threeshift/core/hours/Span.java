package org.threeshift.core.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time, its start in it and its end not.
 *
 * @param until after {@code from}
 */
public record Span(Instant from, Instant until) implements Comparable<Span> {
    /** @throws IllegalArgumentException when it would be empty or run backwards */
    public Span {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("A span ends after it starts, not from " + from + " until " + until);
        }
    }

    public static Span of(Instant from, Duration length) {
        return new Span(from, from.plus(length));
    }

    public Duration length() {
        return Duration.between(from, until);
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    public boolean contains(Span other) {
        return !other.from.isBefore(from) && !other.until.isAfter(until);
    }

    /** Whether they share any time. Two that only touch share none. */
    public boolean overlaps(Span other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    /** What they share; absent when they share no time. */
    public Optional<Span> intersection(Span other) {
        return overlaps(other)
                ? Optional.of(new Span(later(from, other.from), earlier(until, other.until)))
                : Optional.empty();
    }

    /** With so much more on either side, as a buffer around something that is booked. */
    public Span widened(Duration before, Duration after) {
        return new Span(from.minus(before), until.plus(after));
    }

    /** By start, then by end. */
    @Override
    public int compareTo(Span other) {
        int byStart = from.compareTo(other.from);
        return byStart == 0 ? until.compareTo(other.until) : byStart;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
