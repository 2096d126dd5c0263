package org.threeshift.core.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.people.PersonId;

/**
 * Exchanges as each of their people may see them: the same few queries, however many they are. Whoever looks also sets up what a
 * node left behind.
 */
@Component
final class ExchangeViews {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeViews.class);

    private final ExchangeStore store;
    private final InterviewStates states;
    private final SecondHalves secondHalves;
    private final List<ExchangeSettings> settings;
    private final InstantSource time;

    ExchangeViews(
            ExchangeStore store,
            InterviewStates states,
            SecondHalves secondHalves,
            List<ExchangeSettings> settings,
            InstantSource time) {
        this.store = store;
        this.states = states;
        this.secondHalves = secondHalves;
        this.settings = List.copyOf(settings);
        this.time = time;
    }

    /** Absent for whoever is not one of the two. */
    Optional<ExchangeView> of(Exchange exchange, PersonId reader) {
        return of(List.of(exchange), reader).stream().findFirst();
    }

    /** As the reader sees them, without those in which they have no part. */
    List<ExchangeView> of(List<Exchange> exchanges, PersonId reader) {
        Map<InterviewId, Known> halves = new HashMap<>(
                states.find(exchanges.stream().flatMap(Exchange::halves).toList()));
        List<Exchange> own = exchanges.stream()
                .filter(exchange -> Optional.ofNullable(halves.get(exchange.first()))
                        .flatMap(first -> chair(first.setup(), reader))
                        .isPresent())
                .toList();
        List<Exchange> owed = own.stream()
                .filter(exchange -> exchange.bothReady() && !halves.containsKey(exchange.second()))
                .toList();
        Set<ExchangeId> stuck = setUp(owed, halves);
        return views(owed.isEmpty() ? own : again(own), halves, stuck, reader);
    }

    /**
     * Sets up the second halves that both agreed on; also those that a node left behind which died between the two.
     *
     * @param halves to which they are added
     * @return those that could not be set up
     */
    private Set<ExchangeId> setUp(List<Exchange> owed, Map<InterviewId, Known> halves) {
        if (owed.isEmpty()) {
            return Set.of();
        }
        var stuck = new HashSet<ExchangeId>();
        for (Exchange exchange : owed) {
            Optional<Refusal> refusal = secondHalves.setUp(
                    exchange, Optional.ofNullable(halves.get(exchange.first())).orElseThrow(), time.instant());
            refusal.ifPresent(why -> {
                LOG.warn("The second half of exchange {} cannot be set up: {}", exchange.id(), why.sentence());
                stuck.add(exchange.id());
            });
        }
        halves.putAll(states.find(owed.stream().map(Exchange::second).toList()));
        return stuck;
    }

    private List<Exchange> again(List<Exchange> exchanges) {
        return store.ofHalves(exchanges.stream().map(Exchange::first).toList());
    }

    private List<ExchangeView> views(
            List<Exchange> exchanges, Map<InterviewId, Known> halves, Set<ExchangeId> stuck, PersonId reader) {
        Instant now = time.instant();
        Map<InterviewId, Setting> around = settings(exchanges, reader);
        List<Seen> seen = exchanges.stream()
                .map(exchange -> Seen.of(exchange, halves, Optional.ofNullable(around.get(exchange.first())), now))
                .toList();
        Map<ExchangeId, SecondHalves.Choice> next = secondHalves.choose(
                seen.stream()
                        .filter(one -> one.progress() instanceof Progress.Offered
                                && !stuck.contains(one.exchange().id()))
                        .map(one -> new SecondHalves.Coming(one.exchange(), one.known()))
                        .toList(),
                now);
        return seen.stream()
                .map(one -> view(
                        one,
                        stuck.contains(one.exchange().id()),
                        Optional.ofNullable(next.get(one.exchange().id())).map(SecondHalves.Choice::round),
                        reader))
                .toList();
    }

    private Map<InterviewId, Setting> settings(List<Exchange> exchanges, PersonId reader) {
        List<InterviewId> firsts = exchanges.stream().map(Exchange::first).toList();
        Map<InterviewId, Setting> known = new HashMap<>();
        settings.forEach(one -> one.of(firsts, reader).forEach(known::putIfAbsent));
        return known;
    }

    /**
     * How an exchange stands, whoever looks.
     *
     * @param known the first half whole
     */
    private record Seen(
            Exchange exchange,
            Known known,
            Half first,
            Optional<Half> second,
            Optional<Setting> setting,
            Progress progress) {
        static Seen of(Exchange exchange, Map<InterviewId, Known> halves, Optional<Setting> setting, Instant now) {
            Known known = Optional.ofNullable(halves.get(exchange.first())).orElseThrow();
            Half first = Half.of(exchange.first(), known, now);
            Optional<Half> second = Optional.ofNullable(halves.get(exchange.second()))
                    .map(half -> Half.of(exchange.second(), half, now));
            return new Seen(
                    exchange,
                    known,
                    first,
                    second,
                    setting,
                    Progress.of(exchange, first, second, setting.map(Setting::ends), now));
        }
    }

    private static ExchangeView view(Seen seen, boolean stuck, Optional<SecondRound> next, PersonId reader) {
        Exchange exchange = seen.exchange();
        return new ExchangeView(
                exchange.id(),
                exchange.minutes(),
                seen.first(),
                seen.second(),
                progress(seen.progress(), stuck, next),
                reader,
                chair(seen.known().setup(), reader).orElseThrow(),
                next.map(ExchangeView.Next::of),
                exchange.source(),
                seen.setting());
    }

    private static Progress progress(Progress progress, boolean stuck, Optional<SecondRound> next) {
        if (stuck) {
            return new Progress.FirstHalfOnly(Progress.Why.NOT_SET_UP);
        }
        return progress instanceof Progress.Offered && next.isEmpty()
                ? new Progress.FirstHalfOnly(Progress.Why.NOTHING_LEFT)
                : progress;
    }

    private static Optional<Chair> chair(Setup first, PersonId person) {
        if (first.host().equals(person)) {
            return Optional.of(Chair.INTERVIEWER);
        }
        return first.isCandidate(person) ? Optional.of(Chair.CANDIDATE) : Optional.empty();
    }
}
