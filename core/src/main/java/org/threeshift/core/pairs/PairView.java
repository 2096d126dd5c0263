package org.threeshift.core.pairs;

import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.pairs.model.Decide;
import org.threeshift.core.pairs.model.Origin;
import org.threeshift.core.pairs.model.Pair;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.pairs.model.PairState;
import org.threeshift.core.pairs.model.PairState.Confirmed;
import org.threeshift.core.pairs.model.PairState.HalfConfirmed;
import org.threeshift.core.pairs.model.PairState.Kept;
import org.threeshift.core.pairs.model.PairState.Missed;
import org.threeshift.core.pairs.model.PairState.Undecided;
import org.threeshift.core.pairs.model.PairState.Wish;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Seniority;

/**
 * A pair as one of the two sees it.
 *
 * @param partner    by name; absent until both have confirmed
 * @param targetRole of the partner
 * @param seniority  of the partner
 * @param why        a sentence that says why the two were put together
 */
public record PairView(
        Pair pair,
        PersonId reader,
        Optional<Person> partner,
        Optional<String> targetRole,
        Optional<Seniority> seniority,
        String why,
        Instant changedAt) {
    /** Names are known from the moment at which both have confirmed, whatever comes after. */
    static boolean named(PairState state) {
        return switch (state) {
            case Confirmed _, PairState.Cancelled _, Kept _, Missed _ -> true;
            case Undecided _ -> false;
            case PairState.Released released -> released.agreed();
        };
    }

    public PairId id() {
        return pair.id();
    }

    public PairState state() {
        return pair.state();
    }

    public Span hour() {
        return pair.state().hour();
    }

    public int minutes() {
        return (int) hour().length().toMinutes();
    }

    public boolean now() {
        return pair.origin() == Origin.NOW;
    }

    public InterviewId first() {
        return pair.first();
    }

    /** Whether it waits for the reader to confirm. */
    public boolean asksReader() {
        return pair.state() instanceof Undecided
                && !(pair.state() instanceof HalfConfirmed half && half.by().equals(reader));
    }

    /** Whether it waits for the partner alone. */
    public boolean asksPartner() {
        return pair.state() instanceof HalfConfirmed half && half.by().equals(reader);
    }

    /** Until when to confirm; absent once that is settled. */
    public Optional<Instant> confirmBy() {
        return pair.state() instanceof Undecided undecided ? Optional.of(undecided.confirmBy()) : Optional.empty();
    }

    public boolean confirmed() {
        return pair.state() instanceof Confirmed;
    }

    /** Whoever calls an hour off from then on is late. */
    public static Instant lateFrom(Span hour) {
        return hour.from().minus(Decide.LATE_WITHIN);
    }

    public boolean over() {
        return pair.state() instanceof PairState.Over;
    }

    /** Another hour that the partner asks for. */
    public Optional<Span> askedToMove() {
        return wish().filter(wish -> !wish.by().equals(reader)).map(Wish::hour);
    }

    /** Another hour that the reader asks for. */
    public Optional<Span> asksToMove() {
        return wish().filter(wish -> wish.by().equals(reader)).map(Wish::hour);
    }

    private Optional<Wish> wish() {
        return pair.state() instanceof Confirmed confirmed ? confirmed.wish() : Optional.empty();
    }

    /** Whether the reader had a part in what ended it: they let it lapse, called it off, or did not come. */
    public boolean hadPart() {
        return switch (pair.state()) {
            case PairState.Released released -> released.by().contains(reader);
            case PairState.Cancelled cancelled -> cancelled.by().equals(reader);
            case Missed missed -> missed.missing().contains(reader);
            case Undecided _, Confirmed _, Kept _ -> false;
        };
    }

    /** Whether the reader comes first in the next draw: nothing came of the pair, and not by their doing. */
    public boolean left() {
        return switch (pair.state()) {
            case Missed _, PairState.Cancelled _, PairState.Released _ -> !hadPart();
            case Undecided _, Confirmed _, Kept _ -> false;
        };
    }

    /**
     * Whether the reader comes first in the waiting room, too. A partner who called off in good time let nobody down: the draw looks
     * for another one.
     */
    public boolean letDown() {
        return left() && !(pair.state() instanceof PairState.Cancelled cancelled && !cancelled.late());
    }
}
