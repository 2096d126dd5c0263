package org.threeshift.core.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.threeshift.core.interview.model.InterviewId;

/** Calls of one node, for tests. */
final class InMemoryCallStore implements CallStore {
    private record Waiting(Signal signal, Instant sentAt) {}

    private static final class Held {
        final Seat seat;
        final List<Waiting> waiting = new ArrayList<>();
        Instant leasedUntil;
        Instant countedSince;
        int counted;
        long numbered;

        Held(Seat seat, Instant now, Duration lease) {
            this.seat = seat;
            this.countedSince = now;
            this.leasedUntil = now.plus(lease);
        }
    }

    /** By interview and place. */
    private final Map<InterviewId, Map<Integer, Held>> calls = new java.util.HashMap<>();

    private final InstantSource time;

    InMemoryCallStore(InstantSource time) {
        this.time = time;
    }

    @Override
    public synchronized boolean enter(Seat seat, Kept kept, Duration lease) {
        Instant now = time.instant();
        Map<Integer, Held> call = calls.computeIfAbsent(seat.interview(), _ -> new TreeMap<>());
        call.values().removeIf(held -> held.leasedUntil.isBefore(now));
        if (calls.values().stream()
                .flatMap(any -> any.values().stream())
                .filter(held -> held.seat.connection().equals(seat.connection()))
                .anyMatch(held -> !held.seat.equals(seat))) {
            return false;
        }
        boolean had = call.values().removeIf(held -> held.seat.person().equals(seat.person()));
        long came = call.values().stream()
                .filter(held -> kept.people().contains(held.seat.person()))
                .count();
        if (!had && PLACES - call.size() <= kept.places() - came) {
            return false;
        }
        OptionalInt free = IntStream.rangeClosed(1, PLACES)
                .filter(place -> !call.containsKey(place))
                .findFirst();
        free.ifPresent(place -> call.put(place, new Held(seat, now, lease)));
        return free.isPresent();
    }

    @Override
    public synchronized List<Caller> callers(InterviewId interview) {
        Instant now = time.instant();
        return call(interview).values().stream()
                .filter(held -> !held.leasedUntil.isBefore(now))
                .map(held -> new Caller(held.seat.connection(), held.seat.person()))
                .toList();
    }

    @Override
    public synchronized OptionalInt renew(Seat seat, int signals, Duration countedOver, Duration lease) {
        Instant now = time.instant();
        return held(seat.interview(), seat::equals)
                .map(held -> {
                    held.leasedUntil = now.plus(lease);
                    if (held.countedSince.isBefore(now.minus(countedOver))) {
                        held.countedSince = now;
                        held.counted = 0;
                    }
                    held.counted += signals;
                    return OptionalInt.of(held.counted);
                })
                .orElseGet(OptionalInt::empty);
    }

    @Override
    public synchronized boolean post(Seat from, Letter letter) {
        return held(
                        from.interview(),
                        seat -> seat.connection().equals(letter.to())
                                && !seat.connection().equals(from.connection()))
                .filter(held -> held.waiting.size() < WAITING)
                .map(held -> held.waiting.add(
                        new Waiting(new Signal(++held.numbered, from.connection(), letter.body()), time.instant())))
                .orElse(false);
    }

    @Override
    public synchronized List<Signal> signals(ConnectionId receiver, long after) {
        return calls.values().stream()
                .flatMap(call -> call.values().stream())
                .filter(held -> held.seat.connection().equals(receiver))
                .flatMap(held -> held.waiting.stream())
                .map(Waiting::signal)
                .filter(signal -> signal.number() > after)
                .toList();
    }

    @Override
    public synchronized boolean leave(Seat seat) {
        return call(seat.interview()).values().removeIf(held -> held.seat.equals(seat));
    }

    @Override
    public synchronized Set<InterviewId> sweep(Duration waits) {
        Instant now = time.instant();
        calls.values()
                .forEach(call -> call.values()
                        .forEach(held -> held.waiting.removeIf(
                                waiting -> waiting.sentAt().isBefore(now.minus(waits)))));
        return calls.entrySet().stream()
                .filter(call -> call.getValue().values().removeIf(held -> held.leasedUntil.isBefore(now)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Map<Integer, Held> call(InterviewId interview) {
        return calls.getOrDefault(interview, new TreeMap<>());
    }

    private Optional<Held> held(InterviewId interview, Predicate<Seat> which) {
        return call(interview).values().stream()
                .filter(held -> which.test(held.seat))
                .findFirst();
    }
}
