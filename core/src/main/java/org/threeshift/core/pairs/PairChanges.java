package org.threeshift.core.pairs;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.pairs.PostgresDraws.Place;
import org.threeshift.core.pairs.model.Decide;
import org.threeshift.core.pairs.model.Decision;
import org.threeshift.core.pairs.model.Origin;
import org.threeshift.core.pairs.model.Pair;
import org.threeshift.core.pairs.model.PairCommand;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.pairs.model.PairRefusal;
import org.threeshift.core.pairs.model.PairState;
import org.threeshift.core.pairs.model.PairState.Cancelled;
import org.threeshift.core.pairs.model.PairState.Confirmed;
import org.threeshift.core.pairs.model.PairState.HalfConfirmed;
import org.threeshift.core.pairs.model.PairState.Kept;
import org.threeshift.core.pairs.model.PairState.Missed;
import org.threeshift.core.pairs.model.PairState.Parted;
import org.threeshift.core.pairs.model.PairState.Proposed;
import org.threeshift.core.pairs.model.PairState.Released;
import org.threeshift.core.pairs.model.PairState.Undecided;
import org.threeshift.core.pairs.model.PairState.Why;
import org.threeshift.core.pairs.model.PairState.Wish;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.reliability.Commitments;

/** Changes a pair, and everything that hangs on it: the interview, people's time, their reliability, their place in line. */
@Component
class PairChanges {
    private final PostgresPairs store;
    private final PostgresDraws draws;
    private final PostgresWaiting waiting;
    private final Sittings sittings;
    private final Commitments commitments;
    private final PairNotices notices;
    private final ApplicationEventPublisher events;

    PairChanges(
            PostgresPairs store,
            PostgresDraws draws,
            PostgresWaiting waiting,
            Sittings sittings,
            Commitments commitments,
            PairNotices notices,
            ApplicationEventPublisher events) {
        this.store = store;
        this.draws = draws;
        this.waiting = waiting;
        this.sittings = sittings;
        this.commitments = commitments;
        this.notices = notices;
        this.events = events;
    }

    /** What came of it. After a refusal the caller rolls back. */
    sealed interface Came {
        record Done() implements Came {}

        record Refused(PairRefusal refusal) implements Came {}
    }

    /**
     * In the caller's transaction, in which nobody else changes the pair.
     *
     * @param words of whoever calls off
     */
    Came send(PairId id, PairCommand command, String words, Instant now) {
        Optional<PairRow> found = store.lock(id);
        if (found.isEmpty()) {
            return new Came.Refused(PairRefusal.NOT_FOUND);
        }
        PairRow row = found.get();
        return switch (Decide.decide(row.pair(), command, now)) {
            case Decision.Refused(var refusal) -> new Came.Refused(refusal);
            case Decision.Unchanged() -> new Came.Done();
            case Decision.Changed _ when busy(row.pair(), command) -> new Came.Refused(PairRefusal.BUSY);
            case Decision.Changed(var state) -> {
                if (row.pair().origin() == Origin.NOW) {
                    events.publishEvent(new LineMoved());
                }
                yield become(row, state, command, words, now);
            }
        };
    }

    /**
     * Whether somebody says yes to an hour that they have given to something else. They hear so at once, and can still free it; where
     * the other has, both are released. Nobody in the waiting room is kept for that.
     */
    private boolean busy(Pair pair, PairCommand command) {
        return command instanceof PairCommand.Confirm(var by)
                && pair.origin() != Origin.NOW
                && sittings.busy(by, pair.state().hour());
    }

    private Came become(PairRow row, PairState state, PairCommand command, String words, Instant now) {
        PairState before = row.pair().state();
        Pair after = row.pair().in(state);
        tellOfWish(row, after, now);
        return switch (state) {
            case Proposed _ -> throw new IllegalStateException("nothing leads back to a proposal");
            case HalfConfirmed _ -> saved(after, now);
            case Parted parted -> before instanceof Parted ? saved(after, now) : parted(row, after, parted, now);
            case Confirmed confirmed
            when before instanceof Confirmed old ->
                confirmed.hour().equals(old.hour()) || command instanceof PairCommand.Follow
                        ? saved(after, now)
                        : moved(after, by(command), now);
            case Confirmed _ -> confirmed(row, after, now);
            case Released released -> released(row, after, released, now);
            case Cancelled cancelled -> cancelled(row, after, cancelled, command, words, now);
            case Kept kept -> {
                after.both()
                        .forEach(person -> commitments.kept(
                                person, after.first().value(), kept.hour().from()));
                yield saved(after, now);
            }
            case Missed missed -> missed(row, after, missed, now);
        };
    }

    private void tellOfWish(PairRow row, Pair after, Instant now) {
        Optional<Wish> before = wish(row.pair().state());
        Optional<Wish> wish = wish(after.state());
        if (!before.equals(wish)) {
            // Nothing else changes a pair while a wish stands, so that it was asked for when the pair last changed.
            before.ifPresent(_ -> notices.moveSettled(after.id(), row.changedAt()));
            wish.ifPresent(asked -> notices.moveAsked(after, asked, now));
        }
    }

    private static Optional<Wish> wish(PairState state) {
        return state instanceof Confirmed confirmed ? confirmed.wish() : Optional.empty();
    }

    private Came saved(Pair after, Instant now) {
        store.save(after, now);
        return new Came.Done();
    }

    /** Who says so; the installation when nobody in particular does. */
    private static PersonId by(PairCommand command) {
        return command instanceof PairCommand.Said said ? said.by() : By.INSTALLATION;
    }

    private Came moved(Pair after, PersonId by, Instant now) {
        Span hour = after.state().hour();
        return sittings.move(after, hour, by, PairRefused.movedByBoth(), now).isEmpty()
                ? saved(after, now)
                : new Came.Refused(PairRefusal.HOUR_TAKEN);
    }

    private Came confirmed(PairRow row, Pair after, Instant now) {
        Optional<Sittings.Hindrance> hindrance = sittings.setUp(after, now);
        if (hindrance.isPresent() && row.pair().state() instanceof Undecided undecided && parts(hindrance.get())) {
            // The block came while the pair was made: nobody may learn of it by saying yes.
            var parted = new Parted(
                    undecided.hour(),
                    undecided.confirmBy(),
                    hindrance.get().by().iterator().next(),
                    true);
            return parted(row, row.pair().in(parted), parted, now);
        }
        if (hindrance.isPresent()) {
            var released = new Released(
                    row.pair().state().hour(),
                    hindrance.get().why(),
                    hindrance.get().by(),
                    false);
            return released(row, row.pair().in(released), released, now);
        }
        store.save(after, now);
        if (after.origin() == Origin.NOW) {
            after.both().forEach(person -> waiting.leave(person, true));
        } else {
            sittings.interview(after)
                    .ifPresent(known ->
                            notices.booked(after, known.setup().agenda().title(), now));
        }
        return new Came.Done();
    }

    private static boolean parts(Sittings.Hindrance hindrance) {
        return hindrance.why() == Why.APART && hindrance.by().size() == 1;
    }

    /** Whoever parted goes on at once. The other is told nothing, and stays where they are. */
    private Came parted(PairRow row, Pair after, Parted parted, Instant now) {
        store.save(after, now);
        notices.parted(after, parted.by());
        place(row, after, Set.of(parted.by()), Set.of(), Place.LEFT, now);
        return new Came.Done();
    }

    /** Who is still to hear of what ends a pair: nobody who has parted from it before. */
    private static Set<PersonId> open(Pair before) {
        return before.state() instanceof Parted(var _, var _, var by, var _)
                ? Set.of(before.partnerOf(by))
                : before.both();
    }

    /**
     * Whoever had no part in it goes on: first in line in what is drawn anew, or in the waiting room. Two who are in the midst of
     * their interview are not torn apart: it goes on to its end, and the clock counts it as any other.
     */
    private Came released(PairRow row, Pair after, Released released, Instant now) {
        boolean goesOn = released.agreed()
                && sittings.callOff(after, By.INSTALLATION, PairRefused.parted(), now)
                        .isPresent();
        if (goesOn && released.why() == Why.APART) {
            return new Came.Done();
        }
        store.save(after, now);
        if (after.origin() == Origin.NOW) {
            released.by().forEach(person -> waiting.leave(person, false));
        } else {
            if (!released.agreed()) {
                // Otherwise they hear it of their interview.
                Set<PersonId> told = released.why() == Why.APART ? Set.of() : open(row.pair());
                notices.released(after, released, told, now);
            }
            place(row, after, open(row.pair()), released.by(), Place.LEFT, now);
        }
        return new Came.Done();
    }

    private Came cancelled(
            PairRow row, Pair after, Cancelled cancelled, PairCommand command, String words, Instant now) {
        if (!(command instanceof PairCommand.CalledOff)
                && sittings.callOff(after, cancelled.by(), words, now).isPresent()) {
            return new Came.Refused(PairRefusal.BEGUN);
        }
        if (cancelled.late()) {
            commitments.late(
                    cancelled.by(), after.first().value(), cancelled.hour().from());
        }
        store.save(after, now);
        place(row, after, after.both(), Set.of(cancelled.by()), cancelled.late() ? Place.LEFT : Place.FREED, now);
        return new Came.Done();
    }

    private Came missed(PairRow row, Pair after, Missed missed, Instant now) {
        Instant at = missed.hour().from();
        for (PersonId person : after.both()) {
            if (missed.missing().contains(person)) {
                commitments.noShow(person, after.first().value(), at);
            } else {
                commitments.kept(person, after.first().value(), at);
            }
        }
        store.save(after, now);
        sittings.missed(after, missed.missing(), PairRefused.nobodyCame(), now);
        place(row, after, after.both(), missed.missing(), Place.LEFT, now);
        return new Came.Done();
    }

    /**
     * Where these of the two stand in their draw from now on.
     *
     * @param left where whoever goes on stands
     */
    private void place(PairRow row, Pair after, Set<PersonId> whom, Set<PersonId> parts, Place left, Instant now) {
        if (row.draw().isEmpty()) {
            return;
        }
        DrawId draw = row.draw().get();
        Set<PersonId> again = store.wouldLikeAnother(after.id());
        for (PersonId person : whom) {
            boolean goesOn = !parts.contains(person) || again.contains(person);
            draws.place(draw, Set.of(person), goesOn ? left : Place.GONE, now);
        }
        draws.rematch(draw, now);
        events.publishEvent(new PairsMoved());
    }
}
