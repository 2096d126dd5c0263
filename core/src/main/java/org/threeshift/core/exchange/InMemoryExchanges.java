package org.threeshift.core.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.threeshift.core.interview.model.InterviewId;

/** Exchanges that are gone when the process ends, for tests. */
final class InMemoryExchanges implements ExchangeStore {
    private final Map<ExchangeId, Exchange> all = new LinkedHashMap<>();

    @Override
    public synchronized Exchange add(Exchange exchange, Instant at) {
        Optional<Exchange> before = all.values().stream()
                .filter(known -> known.first().equals(exchange.first()))
                .findFirst();
        before.ifPresentOrElse(_ -> {}, () -> all.put(exchange.id(), exchange));
        return before.orElse(exchange);
    }

    @Override
    public synchronized Optional<Exchange> find(ExchangeId id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public synchronized List<Exchange> ofHalves(Collection<InterviewId> halves) {
        return new ArrayList<>(all.values())
                .reversed().stream()
                        .filter(exchange -> halves.contains(exchange.first()) || halves.contains(exchange.second()))
                        .toList();
    }

    @Override
    public synchronized Exchange agree(ExchangeId id, Chair chair, Instant at) {
        return change(id, now -> {
            if (now.declined().isPresent()) {
                return now;
            }
            Map<Chair, Instant> ready = new EnumMap<>(Chair.class);
            ready.putAll(now.ready());
            ready.putIfAbsent(chair, at.truncatedTo(ChronoUnit.MICROS));
            return new Exchange(id, now.first(), now.second(), now.minutes(), ready, now.declined(), now.source());
        });
    }

    @Override
    public synchronized Exchange decline(ExchangeId id, Chair chair, Instant at) {
        return change(
                id,
                now -> now.declined().isPresent() || now.bothReady()
                        ? now
                        : new Exchange(
                                id,
                                now.first(),
                                now.second(),
                                now.minutes(),
                                now.ready(),
                                Optional.of(new Exchange.Declined(chair, at.truncatedTo(ChronoUnit.MICROS))),
                                now.source()));
    }

    @Override
    public synchronized Exchange settle(ExchangeId id, SecondRound.Source source) {
        return change(
                id,
                now -> now.source().isPresent() || !now.bothReady()
                        ? now
                        : new Exchange(
                                id,
                                now.first(),
                                now.second(),
                                now.minutes(),
                                now.ready(),
                                now.declined(),
                                Optional.of(source)));
    }

    private Exchange change(ExchangeId id, UnaryOperator<Exchange> change) {
        Exchange changed = change.apply(find(id).orElseThrow());
        all.put(id, changed);
        return changed;
    }
}
