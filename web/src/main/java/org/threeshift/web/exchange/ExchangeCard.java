package org.threeshift.web.exchange;

import java.util.Optional;
import org.threeshift.core.exchange.Chair;
import org.threeshift.core.exchange.ExchangeView;
import org.threeshift.core.exchange.Half;
import org.threeshift.core.interview.model.InterviewId;

/**
 * An exchange as its reader sees it.
 *
 * @param other the partner's name, or how the host calls whoever is invited
 */
public record ExchangeCard(ExchangeView view, String other, HalfCard first, Optional<HalfCard> second) {

    static ExchangeCard of(ExchangeView view, String other) {
        return new ExchangeCard(
                view,
                other,
                HalfCard.of(view.first(), view.reader()),
                view.second().map(half -> HalfCard.of(half, view.reader())));
    }

    public String path() {
        return "/exchanges/" + view.id();
    }

    /** The end of the text keys that say how things stand. */
    public String standing() {
        return view.standing().key();
    }

    /** Whether it is the reader's turn to say something about the swap. */
    public boolean asksReader() {
        return view.offered() && !view.ready();
    }

    /** The reader's chair in the second half. */
    public String chairAfter() {
        return view.chair() == Chair.CANDIDATE ? "interviewer" : "candidate";
    }

    /** The reader's console or room of the second half, while it is still to be held. */
    public Optional<String> goesTo() {
        return view.goesOnIn().flatMap(_ -> second).map(HalfCard::place);
    }

    public boolean isFirst(InterviewId interview) {
        return view.isFirst(interview);
    }

    /** Whether the given half runs and has used up its share. */
    public boolean overtime(InterviewId interview) {
        return (isFirst(interview) ? Optional.of(view.first()) : view.second())
                .filter(Half::overtime)
                .isPresent();
    }

    /** Changes when, and only when, the reader sees something else. */
    public String version() {
        return view.version();
    }
}
