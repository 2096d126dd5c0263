package org.threeshift.core.exchange;

import java.util.Optional;
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
        Optional<SecondRound.Source> source) {

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

    /** Whether the swap is offered now. */
    public boolean offered() {
        return progress instanceof Progress.Offered;
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

    private boolean readyAt(Chair which) {
        return progress instanceof Progress.Offered offered && offered.ready().contains(which);
    }
}
