package org.threeshift.core.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * An exchange as one of its two people sees it. Both see the same but for their chair: nothing of what was asked or scored
 * is in it.
 *
 * @param minutes  for both halves
 * @param second   absent until both have agreed
 * @param reader   who sees it
 * @param chair    the reader's in the first half
 * @param next     what the second half would be held on, while it is offered
 * @param source   where the second half's questions come from, once it was set up
 * @param setting  of what it is part; absent where it stands alone
 */
public record ExchangeView(
        ExchangeId id,
        int minutes,
        Half first,
        Optional<Half> second,
        Progress progress,
        PersonId reader,
        Chair chair,
        Optional<Next> next,
        Optional<SecondRound.Source> source,
        Optional<Setting> setting) {

    /** A second half to come. Which questions it holds is not told. */
    public record Next(String roundTitle, int questions, int minutes, SecondRound.Source source) {
        static Next of(SecondRound chosen) {
            return new Next(
                    chosen.round().title(),
                    chosen.round().questions().size(),
                    chosen.round().minutes(),
                    chosen.source());
        }
    }

    /** How it stands for the reader, in one word. */
    public enum Standing {
        /** The first half has not started. */
        AHEAD,
        /** The first half runs within its time. */
        RUNNING,
        /** The swap is offered, and nobody has agreed. */
        OFFERED,
        /** The other one has agreed, the reader has not. */
        ASKED,
        /** The reader has agreed, the other one has not. */
        WAITING,
        /** The second half is set up or runs. */
        SWAPPED,
        COMPLETE,
        CALLED_OFF,
        ONLY_BY_YOU,
        ONLY_BY_OTHER,
        ONLY_EXPIRED,
        ONLY_NOTHING_LEFT,
        ONLY_CALLED_OFF,
        ONLY_NOT_SET_UP;

        /** As in keys of sentences. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Standing standing() {
        return switch (progress) {
            case Progress.Ahead _ -> Standing.AHEAD;
            case Progress.FirstHalf _ -> Standing.RUNNING;
            case Progress.Offered _ when ready() -> Standing.WAITING;
            case Progress.Offered _ -> otherReady() ? Standing.ASKED : Standing.OFFERED;
            case Progress.SecondHalf _ -> Standing.SWAPPED;
            case Progress.Complete _ -> Standing.COMPLETE;
            case Progress.CalledOff _ -> Standing.CALLED_OFF;
            case Progress.FirstHalfOnly(var why) ->
                switch (why) {
                    case INTERVIEWER_DECLINED ->
                        chair == Chair.INTERVIEWER ? Standing.ONLY_BY_YOU : Standing.ONLY_BY_OTHER;
                    case CANDIDATE_DECLINED -> chair == Chair.CANDIDATE ? Standing.ONLY_BY_YOU : Standing.ONLY_BY_OTHER;
                    case EXPIRED -> Standing.ONLY_EXPIRED;
                    case NOTHING_LEFT -> Standing.ONLY_NOTHING_LEFT;
                    case SECOND_CALLED_OFF -> Standing.ONLY_CALLED_OFF;
                    case NOT_SET_UP -> Standing.ONLY_NOT_SET_UP;
                };
        };
    }

    /** Whether nothing of it is left to hold: no half runs, and none can still come. */
    public boolean over() {
        return progress.over() && first.phase() != Phase.LIVE;
    }

    /** The second half while it is still to be held or under way: where both go on. */
    public Optional<Half> goesOnIn() {
        return progress instanceof Progress.SecondHalf ? second : Optional.empty();
    }

    /** Whether the given interview is the first half, and not the second. */
    public boolean isFirst(InterviewId interview) {
        return first.id().equals(interview);
    }

    /** Whether the swap is offered now. */
    public boolean offered() {
        return progress instanceof Progress.Offered;
    }

    /** When the offer ends; absent while there is none, or while the first half still runs and nothing else comes after it. */
    public Optional<Instant> until() {
        return progress instanceof Progress.Offered offered ? offered.until() : Optional.empty();
    }

    /** The same as one says it: whatever ends with a day stands until the last minute of it. */
    public Optional<Instant> lastMoment() {
        return until().map(end -> end.atZone(first.zone()).toLocalTime().equals(LocalTime.MIDNIGHT)
                ? end.minus(Duration.ofMinutes(1))
                : end);
    }

    /** Whether the reader has agreed to swap. */
    public boolean ready() {
        return readyAt(chair);
    }

    /** Whether the other one has agreed to swap. */
    public boolean otherReady() {
        return readyAt(chair.other());
    }

    /** Who sits opposite; absent until somebody invited by link has joined. */
    public Optional<PersonId> other() {
        return chair == Chair.CANDIDATE ? Optional.of(first.interviewer()) : first.candidate();
    }

    /** Changes when, and only when, the reader sees something else. A running clock alone changes nothing. */
    public String version() {
        return String.join(
                " ",
                standing().name(),
                Boolean.toString(ready()),
                Boolean.toString(otherReady()),
                first.phase().name(),
                Boolean.toString(first.overtime()),
                first.candidate().toString(),
                second.map(half -> half.phase() + " " + half.overtime()).orElse(""));
    }

    private boolean readyAt(Chair which) {
        return progress instanceof Progress.Offered offered && offered.ready().contains(which);
    }
}
