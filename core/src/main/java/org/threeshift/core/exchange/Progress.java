package org.threeshift.core.exchange;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** How far an exchange has come. Never more than one thing is open, and an offer ends by itself. */
public sealed interface Progress {
    /** The first half has not started. */
    record Ahead() implements Progress {}

    /** The first half runs within its time, and the chairs can still be swapped after it. */
    record FirstHalf() implements Progress {}

    /**
     * The first half is over, or its time is: the chairs may be swapped.
     *
     * @param ready who has agreed so far, by their chair in the first half
     * @param until when the offer ends; absent while the first half still runs and nothing else comes after it
     */
    record Offered(Set<Chair> ready, Optional<Instant> until) implements Progress {
        public Offered {
            ready = Set.copyOf(ready);
        }
    }

    /** Both have agreed, and the second half is set up or runs. */
    record SecondHalf() implements Progress {}

    /** Both halves were held. */
    record Complete() implements Progress {}

    /** The first half stands whole and alone. */
    record FirstHalfOnly(Why why) implements Progress {}

    /** The first half was called off, and with it the exchange. */
    record CalledOff() implements Progress {}

    /** Why there is no second half. */
    enum Why {
        /** The first half's interviewer said so. */
        INTERVIEWER_DECLINED,
        /** The first half's candidate said so. */
        CANDIDATE_DECLINED,
        /** They did not both agree in time. */
        EXPIRED,
        /** The bank holds no question that neither of the two saw in this exchange. */
        NOTHING_LEFT,
        /** It was set up, and then called off or not attended. */
        SECOND_CALLED_OFF,
        /** Both agreed, and then it could not be set up: somebody or something that it needs is not there any more. */
        NOT_SET_UP
    }

    /**
     * @param second absent until it was set up
     * @param ends   when the chairs are swapped no more as something else comes then; absent where nothing does
     */
    static Progress of(Exchange exchange, Half first, Optional<Half> second, Optional<Instant> ends, Instant now) {
        if (second.isPresent()) {
            return ofSecond(second.get());
        }
        return switch (first.phase()) {
            case CANCELLED -> new CalledOff();
            case SCHEDULED -> new Ahead();
            case LIVE -> first.timeUp() || isPast(ends, now) ? offer(exchange, ends, now) : new FirstHalf();
            case DEBRIEFING, PUBLISHED -> offer(exchange, ends.or(() -> Optional.of(dayAfter(first))), now);
        };
    }

    /** Two who were in time are never too late: what is missing then is only the second half's own setting up. */
    private static Progress offer(Exchange exchange, Optional<Instant> until, Instant now) {
        return declined(exchange)
                .orElseGet(() -> isPast(until, now) && !exchange.bothReady()
                        ? new FirstHalfOnly(Why.EXPIRED)
                        : new Offered(exchange.chairsReady(), until));
    }

    private static boolean isPast(Optional<Instant> end, Instant now) {
        return end.filter(moment -> !now.isBefore(moment)).isPresent();
    }

    private static Progress ofSecond(Half second) {
        return switch (second.phase()) {
            case SCHEDULED, LIVE -> new SecondHalf();
            case DEBRIEFING, PUBLISHED -> new Complete();
            case CANCELLED -> new FirstHalfOnly(Why.SECOND_CALLED_OFF);
        };
    }

    private static Optional<Progress> declined(Exchange exchange) {
        return exchange.declined()
                .map(declined -> new FirstHalfOnly(
                        declined.by() == Chair.INTERVIEWER ? Why.INTERVIEWER_DECLINED : Why.CANDIDATE_DECLINED));
    }

    /** The end of the day after the one on which the first half ended, where it was agreed on. */
    private static Instant dayAfter(Half first) {
        return first.endedAt()
                .orElseThrow()
                .atZone(first.zone())
                .toLocalDate()
                .plusDays(2)
                .atStartOfDay(first.zone())
                .toInstant();
    }

    /** Whether no half can still come of it. What runs of the first one, and debriefs, go on. */
    default boolean over() {
        return switch (this) {
            case Ahead _, FirstHalf _, Offered _, SecondHalf _ -> false;
            case Complete _, FirstHalfOnly _, CalledOff _ -> true;
        };
    }
}
