package org.threeshift.core.pairs.model;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.hours.Span;
import org.threeshift.core.pairs.model.PairCommand.AgreeToMove;
import org.threeshift.core.pairs.model.PairCommand.AskToMove;
import org.threeshift.core.pairs.model.PairCommand.CalledOff;
import org.threeshift.core.pairs.model.PairCommand.Cancel;
import org.threeshift.core.pairs.model.PairCommand.Confirm;
import org.threeshift.core.pairs.model.PairCommand.Follow;
import org.threeshift.core.pairs.model.PairCommand.Judge;
import org.threeshift.core.pairs.model.PairCommand.LookAtTime;
import org.threeshift.core.pairs.model.PairCommand.Said;
import org.threeshift.core.pairs.model.PairCommand.Separate;
import org.threeshift.core.pairs.model.PairCommand.StayAtHour;
import org.threeshift.core.pairs.model.PairState.Cancelled;
import org.threeshift.core.pairs.model.PairState.Confirmed;
import org.threeshift.core.pairs.model.PairState.HalfConfirmed;
import org.threeshift.core.pairs.model.PairState.Kept;
import org.threeshift.core.pairs.model.PairState.Missed;
import org.threeshift.core.pairs.model.PairState.Open;
import org.threeshift.core.pairs.model.PairState.Over;
import org.threeshift.core.pairs.model.PairState.Parted;
import org.threeshift.core.pairs.model.PairState.Proposed;
import org.threeshift.core.pairs.model.PairState.Released;
import org.threeshift.core.pairs.model.PairState.Why;
import org.threeshift.core.pairs.model.PairState.Wish;
import org.threeshift.core.people.PersonId;

/** The rules of a pair. */
public final class Decide {
    /** Whoever calls off less than that before the hour is late. */
    public static final Duration LATE_WITHIN = Duration.ofHours(24);
    /** So long after the start somebody who is not in the lobby has not come. */
    public static final Duration WAITED_FOR = Duration.ofMinutes(10);
    /** An hour that both agree to move to begins no sooner than that. */
    public static final Duration MOVED_AHEAD = Duration.ofHours(1);

    private Decide() {}

    public static Decision decide(Pair pair, PairCommand command, Instant now) {
        if (command instanceof Said said && !pair.has(said.by())) {
            return refused(PairRefusal.NOT_FOUND);
        }
        return switch (pair.state()) {
            case Parted parted -> parted(pair, parted, command, now);
            case Open open -> open(pair, open, command, now);
            case Confirmed confirmed -> confirmed(pair, confirmed, command, now);
            case Over over -> over(over, command);
        };
    }

    private static Decision open(Pair pair, Open state, PairCommand command, Instant now) {
        return switch (command) {
            case Confirm(var by) ->
                now.isAfter(state.confirmBy()) ? refused(PairRefusal.TOO_LATE) : confirm(pair, state, by, now);
            case PairCommand.Decline(var by) -> released(state, Why.DECLINED, Set.of(by));
            case LookAtTime() ->
                now.isAfter(state.confirmBy()) ? released(state, Why.LAPSED, silent(pair, state)) : unchanged();
            case Separate(var by) ->
                changed(new Parted(state.hour(), state.confirmBy(), by, answered(state, pair.partnerOf(by))));
            case CalledOff _, Follow _, Judge _ -> unchanged();
            case Cancel _, AskToMove _, AgreeToMove _, StayAtHour _ -> refused(PairRefusal.NOT_CONFIRMED);
        };
    }

    private static boolean answered(Open state, PersonId person) {
        return state instanceof HalfConfirmed half && half.by().equals(person);
    }

    /** For whoever will not it is over, and for the other as if no answer came. */
    private static Decision parted(Pair pair, Parted state, PairCommand command, Instant now) {
        PersonId other = pair.partnerOf(state.by());
        if (command instanceof Said said && said.by().equals(state.by())) {
            return refused(PairRefusal.OVER);
        }
        boolean late = now.isAfter(state.confirmBy());
        return switch (command) {
            case Confirm _ ->
                late
                        ? refused(PairRefusal.TOO_LATE)
                        : state.answered()
                                ? unchanged()
                                : changed(new Parted(state.hour(), state.confirmBy(), state.by(), true));
            case PairCommand.Decline _ -> released(state, Why.DECLINED, Set.of(other));
            case LookAtTime _ ->
                late ? released(state, Why.LAPSED, state.answered() ? Set.of() : Set.of(other)) : unchanged();
            case Separate(var by) -> by.equals(other) ? released(state, Why.APART, Set.of()) : unchanged();
            case CalledOff _, Follow _, Judge _ -> unchanged();
            case Cancel _, AskToMove _, AgreeToMove _, StayAtHour _ -> refused(PairRefusal.NOT_CONFIRMED);
        };
    }

    private static Decision confirm(Pair pair, Open state, PersonId by, Instant now) {
        return switch (state) {
            case Proposed(var hour, var confirmBy) -> changed(new HalfConfirmed(hour, confirmBy, by));
            case HalfConfirmed(var hour, var _, var first) ->
                first.equals(by)
                        ? unchanged()
                        : changed(new Confirmed(
                                pair.origin() == Origin.NOW ? Span.of(now, hour.length()) : hour, Optional.empty()));
        };
    }

    private static Set<PersonId> silent(Pair pair, Open state) {
        return switch (state) {
            case Proposed _ -> pair.both();
            case HalfConfirmed half -> Set.of(pair.partnerOf(half.by()));
        };
    }

    private static Decision confirmed(Pair pair, Confirmed state, PairCommand command, Instant now) {
        boolean begun = !now.isBefore(state.hour().from());
        return switch (command) {
            case Confirm _, LookAtTime _ -> unchanged();
            case PairCommand.Decline _ -> refused(PairRefusal.CONFIRMED);
            case Cancel(var by) ->
                begun ? refused(PairRefusal.BEGUN) : changed(new Cancelled(state.hour(), by, late(state, now)));
            case CalledOff(var by) ->
                pair.has(by)
                        ? changed(new Cancelled(state.hour(), by, late(state, now)))
                        : released(state, Why.APART, Set.of());
            case AskToMove(var by, var hour) -> begun ? refused(PairRefusal.BEGUN) : ask(state, by, hour, now);
            case AgreeToMove(var by, var hour) -> begun ? refused(PairRefusal.BEGUN) : agree(state, by, hour, now);
            case StayAtHour _ ->
                state.wish().isPresent() ? changed(new Confirmed(state.hour(), Optional.empty())) : unchanged();
            case Follow(var hour) ->
                hour.equals(state.hour()) ? unchanged() : changed(new Confirmed(hour, Optional.empty()));
            case Separate _ -> released(state, Why.APART, Set.of());
            case Judge judge -> judge(pair, state, judge, now);
        };
    }

    private static boolean late(Confirmed state, Instant now) {
        return now.isAfter(state.hour().from().minus(LATE_WITHIN));
    }

    private static Decision ask(Confirmed state, PersonId by, Span hour, Instant now) {
        if (hour.from().isBefore(now.plus(MOVED_AHEAD))) {
            return refused(PairRefusal.HOUR_PASSED);
        }
        // Both want the same: then both have said yes.
        if (state.wish()
                .filter(wish -> !wish.by().equals(by) && wish.hour().equals(hour))
                .isPresent()) {
            return changed(new Confirmed(hour, Optional.empty()));
        }
        return hour.equals(state.hour())
                ? refused(PairRefusal.NOT_SHARED)
                : changed(new Confirmed(state.hour(), Optional.of(new Wish(by, hour))));
    }

    private static Decision agree(Confirmed state, PersonId by, Span hour, Instant now) {
        if (hour.equals(state.hour())) {
            return unchanged();
        }
        Optional<Wish> wish = state.wish().filter(asked -> asked.hour().equals(hour));
        if (wish.isEmpty()) {
            return refused(PairRefusal.NO_WISH);
        }
        if (wish.get().by().equals(by)) {
            return refused(PairRefusal.OWN_WISH);
        }
        return hour.from().isAfter(now)
                ? changed(new Confirmed(hour, Optional.empty()))
                : refused(PairRefusal.HOUR_PASSED);
    }

    private static Decision judge(Pair pair, Confirmed state, Judge judge, Instant now) {
        if (now.isBefore(state.hour().from().plus(WAITED_FOR))) {
            return unchanged();
        }
        Set<PersonId> missing = new HashSet<>(pair.both());
        missing.removeAll(judge.came());
        if (missing.isEmpty()) {
            return changed(new Kept(state.hour()));
        }
        return judge.watched() ? changed(new Missed(state.hour(), missing)) : released(state, Why.UNWATCHED, Set.of());
    }

    private static Decision over(Over state, PairCommand command) {
        return switch (command) {
            case PairCommand.Decline(var by)
            when state instanceof Released released && released.by().contains(by) -> unchanged();
            case Cancel(var by)
            when state instanceof Cancelled cancelled && cancelled.by().equals(by) -> unchanged();
            case Said _ -> refused(PairRefusal.OVER);
            case LookAtTime _, Separate _, Judge _, Follow _, CalledOff _ -> unchanged();
        };
    }

    private static Decision released(PairState state, Why why, Set<PersonId> by) {
        return changed(new Released(state.hour(), why, by, state instanceof Confirmed));
    }

    private static Decision changed(PairState state) {
        return new Decision.Changed(state);
    }

    private static Decision unchanged() {
        return new Decision.Unchanged();
    }

    private static Decision refused(PairRefusal refusal) {
        return new Decision.Refused(refusal);
    }
}
