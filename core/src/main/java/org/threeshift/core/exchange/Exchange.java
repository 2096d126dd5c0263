package org.threeshift.core.exchange;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.threeshift.core.interview.model.InterviewId;

/**
 * What joins two interviews. Who sits where stands in the interviews themselves.
 *
 * @param second   the id that the second half has or will have: fixed beforehand, so that there is never another
 * @param minutes  the time for both halves, agreed on by both; even
 * @param ready    when each of the two agreed to swap, by their chair in the first half
 * @param declined who said that there is no swap, and when; never beside two who are ready
 * @param source   where the second half's questions come from; absent until both were ready
 */
record Exchange(
        ExchangeId id,
        InterviewId first,
        InterviewId second,
        int minutes,
        Map<Chair, Instant> ready,
        Optional<Declined> declined,
        Optional<SecondRound.Source> source) {
    Exchange {
        ready = Map.copyOf(ready);
    }

    record Declined(Chair by, Instant at) {}

    static Exchange agreedOn(ExchangeId id, InterviewId first, InterviewId second, int minutes) {
        return new Exchange(id, first, second, minutes, Map.of(), Optional.empty(), Optional.empty());
    }

    Stream<InterviewId> halves() {
        return Stream.of(first, second);
    }

    boolean bothReady() {
        return ready.keySet().containsAll(EnumSet.allOf(Chair.class));
    }

    Set<Chair> chairsReady() {
        return ready.keySet();
    }
}
