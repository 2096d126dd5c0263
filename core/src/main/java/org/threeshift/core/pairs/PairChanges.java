package org.threeshift.core.pairs;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.threeshift.core.hours.Span;
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
import org.threeshift.core.pairs.model.PairState.Proposed;
import org.threeshift.core.pairs.model.PairState.Released;
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
            case Decision.Changed(var state) -> become(row, state, command, words, now);
        };
    }

    private Came become(PairRow row, PairState state, PairCommand command, String words, Instant now) {
        PairState before = row.pair().state();
        Pair after = row.pair().in(state);
        return switch (state) {
            case Proposed _ -> throw new IllegalStateException("nothing leads back to a proposal");
            case HalfConfirmed _ -> saved(after, now);
            case Confirmed confirmed
            when before instanceof Confirmed old ->
                confirmed.hour().equals(old.hour()) || command instanceof PairCommand.Follow
                        ? saved(after, now)
                        : moved(after, now);
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

    private Came saved(Pair after, Instant now) {
        store.save(after, now);
        return new Came.Done();
    }

    private Came moved(Pair after, Instant now) {
        Span hour = after.state().hour();
        return sittings.move(after, hour, PairRefused.movedByBoth(), now).isEmpty()
                ? saved(after, now)
                : new Came.Refused(PairRefusal.HOUR_TAKEN);
    }

    private Came confirmed(PairRow row, Pair after, Instant now) {
        Optional<Sittings.Hindrance> hindrance = sittings.setUp(after, now);
        if (hindrance.isPresent()) {
            var released = new Released(
                    row.pair().state().hour(),
                    hindrance.get().why(),
                    hindrance.get().by());
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

    /** Whoever had no part in it goes on: first in line in what is drawn anew, or in the waiting room. */
    private Came released(PairRow row, Pair after, Released released, Instant now) {
        if (row.pair().state() instanceof Confirmed) {
            sittings.callOff(after, PairRefused.parted(), now);
        }
        store.save(after, now);
        if (after.origin() == Origin.NOW) {
            released.by().forEach(person -> waiting.leave(person, false));
        } else {
            notices.released(after, released, now);
            place(row, after, released.by(), now);
        }
        return new Came.Done();
    }

    private Came cancelled(
            PairRow row, Pair after, Cancelled cancelled, PairCommand command, String words, Instant now) {
        if (!(command instanceof PairCommand.CalledOff)
                && sittings.callOff(after, words, now).isPresent()) {
            return new Came.Refused(PairRefusal.BEGUN);
        }
        if (cancelled.late()) {
            commitments.late(
                    cancelled.by(), after.first().value(), cancelled.hour().from());
        }
        store.save(after, now);
        place(row, after, Set.of(cancelled.by()), now);
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
        place(row, after, missed.missing(), now);
        return new Came.Done();
    }

    /** Where the two stand in their draw from now on. */
    private void place(PairRow row, Pair after, Set<PersonId> parts, Instant now) {
        if (row.draw().isEmpty()) {
            return;
        }
        DrawId draw = row.draw().get();
        Set<PersonId> again = store.wouldLikeAnother(after.id());
        for (PersonId person : after.both()) {
            boolean goesOn = !parts.contains(person) || again.contains(person);
            draws.place(draw, Set.of(person), goesOn ? PostgresDraws.Place.LEFT : PostgresDraws.Place.GONE, now);
        }
        draws.rematch(draw, now);
        events.publishEvent(new PairsMoved());
    }
}
