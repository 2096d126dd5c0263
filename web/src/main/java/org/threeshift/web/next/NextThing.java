package org.threeshift.web.next;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeshift.core.interview.model.Arrival;

/**
 * One thing that somebody has to do: who, what, when, and the one place where one goes.
 *
 * @param timing what its moment is
 * @param at     when it begins, began or ended, or by when it is to be answered
 * @param when   the hour that it is about; the same as {@code at} for whatever is not a question
 * @param title  with whom, in the reader's language
 * @param what   what it is about, in a line
 * @param action what the button says
 * @param href   where it leads, within the installation
 * @param watched whether the reader only sits in on it: it goes on without them
 */
public record NextThing(
        Timing timing,
        Instant at,
        Instant when,
        String title,
        String what,
        String action,
        String href,
        boolean watched) {
    public NextThing(Timing timing, Instant at, Instant when, String title, String what, String action, String href) {
        this(timing, at, when, title, what, action, href, false);
    }

    /** Of which the moment is the hour. */
    public NextThing(Timing timing, Instant at, String title, String what, String action, String href) {
        this(timing, at, at, title, what, action, href);
    }

    /** What never came about asks for nothing after so long. */
    private static final Duration STALE_AFTER = Duration.ofHours(2);

    /** What began so long ago was left without being ended: nobody is expected there any more. */
    private static final Duration LEFT_AFTER = Duration.ofHours(4);

    private static final Duration SOON = Duration.ofHours(1);

    /** What the moment of a thing is. */
    public enum Timing {
        /** An appointment, which can be joined from a little before. */
        BEGINS,
        /** Something that begins then and is not joined as such. */
        PLANNED,
        /** Something that goes on now. */
        RUNS,
        /** A question that is over if it is not answered in time. */
        ANSWER_BY,
        /** Something that others have been waiting for since. */
        WAITS
    }

    /** The most pressing first. */
    static Comparator<NextThing> order(Instant now) {
        return Comparator.comparingInt((NextThing thing) -> thing.rank(now))
                .thenComparing(NextThing::at)
                .thenComparing(NextThing::href);
    }

    /** Whether somebody is expected there now. */
    public boolean on(Instant now) {
        return timing == Timing.RUNS ? now.isBefore(at.plus(LEFT_AFTER)) : open(now);
    }

    /** Whether it has an end that it counts down to. */
    public boolean counts(Instant now) {
        return (timing == Timing.BEGINS || timing == Timing.PLANNED || timing == Timing.ANSWER_BY) && now.isBefore(at);
    }

    /** Whether it can be joined. */
    public boolean open(Instant now) {
        return timing == Timing.BEGINS && Arrival.at(at, now) != Arrival.PREPARING;
    }

    /** Whether it should have begun so long ago that the clock has said who came; what it did not end itself can still begin. */
    public boolean overdue(Instant now) {
        return timing == Timing.BEGINS && Arrival.at(at, now) == Arrival.OVERDUE;
    }

    /** Whether it is about what has this id: every address that it may lead to holds it. */
    public boolean about(Object id) {
        return href.contains(id.toString());
    }

    /** When the clock alone changes how it looks or how much it presses; absent when it does not. */
    Optional<Instant> changesAt(Instant now) {
        Stream<Instant> moments = switch (timing) {
            case BEGINS ->
                Stream.concat(Stream.of(at.minus(SOON), at.plus(STALE_AFTER)), Arrival.changes(at, now).stream());
            case PLANNED, ANSWER_BY -> Stream.of(at.minus(SOON), at);
            case RUNS -> Stream.of(at.plus(LEFT_AFTER));
            case WAITS -> Stream.empty();
        };
        return moments.filter(now::isBefore).min(Comparator.naturalOrder());
    }

    boolean stands(Instant now) {
        return switch (timing) {
            case BEGINS -> now.isBefore(at.plus(STALE_AFTER));
            case PLANNED, ANSWER_BY -> now.isBefore(at);
            case RUNS, WAITS -> true;
        };
    }

    /**
     * Where somebody is expected now stands before what they only watch, that before what comes within the hour, that before debts,
     * and those before the rest.
     */
    private int rank(Instant now) {
        if (on(now)) {
            return watched ? 1 : 0;
        }
        boolean soon = Duration.between(now, at).compareTo(SOON) <= 0;
        return switch (timing) {
            case BEGINS, PLANNED -> soon ? 2 : 4;
            case ANSWER_BY -> soon ? 2 : 3;
            case WAITS -> 3;
            case RUNS -> 4;
        };
    }
}
